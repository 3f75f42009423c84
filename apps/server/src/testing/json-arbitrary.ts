// Bodies made from a route's own schema, and then spoilt: values that fit, values that nearly fit, and values nobody should send.
import fc from 'fast-check';

type Schema = { readonly [key: string]: unknown };

/** Text that has broken other systems: NUL, lone surrogates, invisible and rare characters, quotes, very long, other directions. */
const nastyText = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\udfff\ud800',
    '𠮷野家',
    '\u200b\u200d\ufeff',
    '１２３４５',
    "'; drop table people.person; --",
    '<script>alert(1)</script>',
    '../../etc/passwd',
    '%00',
    '\u202eabc',
    '陳○明',
    'null',
    'true',
    '1e309',
    '{}',
    '1130230',
    '9999-99-99',
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constant('長'.repeat(9000)),
);

const nastyNumber = fc.oneof(
  fc.constantFrom(0, -1, 1.5, 1e308, -1e308, 2 ** 31, 2 ** 53, 2 ** 63),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

/** Anything JSON can say. */
const anyJson = fc.oneof(
  nastyText,
  nastyNumber,
  fc.boolean(),
  fc.constant(null),
  fc.constant([]),
  fc.constant({}),
  fc.array(nastyText, { maxLength: 3 }),
  fc.dictionary(fc.string(), fc.integer(), { maxKeys: 3 }),
);

/** Values of a schema. `ids` are real ids, mixed with ids of nothing. */
export function arbitraryOf(schema: Schema, ids: readonly string[]): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (Array.isArray(schema.enum)) return fc.constantFrom(...(schema.enum as unknown[]));
  const options = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined;
  if (options) return fc.oneof(...options.map((one) => arbitraryOf(one, ids)));
  switch (schema.type) {
    case 'object':
      return objectOf(schema, ids);
    case 'array':
      return fc.array(arbitraryOf((schema.items ?? {}) as Schema, ids), {
        minLength: Math.min(2, Number(schema.minItems ?? 0)),
        maxLength: 3,
      });
    case 'integer':
      return fc.integer({
        min: Math.max(-1000, Number(schema.minimum ?? -1000)),
        max: Math.min(5000, Number(schema.maximum ?? 5000)),
      });
    case 'number':
      return fc.double({ min: -1e6, max: 1e6, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'string':
      return textOf(schema, ids);
    default:
      return anyJson;
  }
}

function textOf(schema: Schema, ids: readonly string[]): fc.Arbitrary<string> {
  if (schema.format === 'uuid') return fc.oneof(fc.constantFrom(...ids), fc.uuid({ version: 7 }));
  if (typeof schema.pattern === 'string')
    return fc.oneof(
      { weight: 4, arbitrary: fc.stringMatching(new RegExp(schema.pattern.replace('(?!', '(?:'))) },
      { weight: 1, arbitrary: nastyText },
    );
  return fc.oneof(
    fc.constantFrom('1130229', '2024-02-29', '2026-11-22T08:00:00.000Z', '陳怡君', 'other', 'A123456789', '0912345678'),
    fc.string({ minLength: 1, maxLength: 40 }),
    nastyText,
  );
}

function objectOf(schema: Schema, ids: readonly string[]): fc.Arbitrary<unknown> {
  const properties = Object.entries((schema.properties ?? {}) as { [name: string]: Schema });
  const required = (schema.required ?? []) as string[];
  const fitting = fc.record(Object.fromEntries(properties.map(([name, inner]) => [name, arbitraryOf(inner, ids)])), {
    requiredKeys: required,
  });
  if (properties.length === 0) return fc.dictionary(fc.stringMatching(/^[a-z]{1,10}$/), anyJson, { maxKeys: 3 });
  return fitting;
}

/** A fitting value in which one part was replaced by anything, taken away, or added to. */
export function spoilt(fitting: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.tuple(fitting, fc.nat(), anyJson, fc.constantFrom('replace', 'drop', 'add', 'whole')).map(([value, at, junk, how]) => {
    if (how === 'whole' || typeof value !== 'object' || value === null) return junk;
    const copy = structuredClone(value) as Record<string, unknown>;
    const names = Object.keys(copy);
    const name = names[at % Math.max(1, names.length)];
    if (how === 'add' || name === undefined) copy.unexpected = junk;
    else if (how === 'drop') delete copy[name];
    else copy[name] = junk;
    return copy;
  });
}
