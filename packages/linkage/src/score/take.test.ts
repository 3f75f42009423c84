import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assemble } from '../roles/index.ts';
import { SlotTaker } from './take.ts';
import { packChunk, TextReader } from './text-store.ts';

const bound = assemble('zh-TW', [{ column: '姓名', role: 'full-name' }]).comparisons[0]!;

/** Takes texts in orders of some rows each, the last row first; 0 is "missing". */
function take(texts: readonly string[], rowsAtOnce: number) {
  const taker = new SlotTaker(bound, [0], texts.length);
  const column = new Int32Array(texts.length);
  for (let from = 0; from < texts.length; from += rowsAtOnce) {
    const some = texts.slice(from, from + rowsAtOnce);
    const { words, starts, lengths } = packChunk(some.join('\0'));
    const rid = Int32Array.from(some, (_, i) => texts.length - 1 - from - i);
    taker.take({ slot: 0, wanted: [0], words, starts: Int32Array.of(...starts, words.length), lengths, rid, column });
  }
  return { ids: [...column].toReversed(), taken: taker.finish() };
}

const normal = (text: string): string | null => {
  const value = bound.comparison.prepare([text === '' ? null : text]);
  return value === null ? null : bound.comparison.format(value);
};

test('rows get one id exactly where their texts are one value, whether seen in one step, one order or long after', () => {
  const name = fc.tuple(fc.constantFrom('陳', '林', '歐陽', ''), fc.nat(250)).map(([surname, n]) => {
    const given = String.fromCharCode(0x4e00 + n);
    return [surname + given, `${surname} ${given}`, '', '無', 'Chen Da-ming'][n % 5]!;
  });
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 1200 }), fc.integer({ min: 1, max: 700 }), (texts, rowsAtOnce) => {
      const { ids, taken } = take(texts, rowsAtOnce);
      const met = new Map<string, number>();
      const expected = texts.map((text) => {
        const form = normal(text);
        if (form === null) return 0;
        if (!met.has(form)) met.set(form, met.size + 1);
        return met.get(form)!;
      });
      expect(ids).toEqual(expected);
      expect([...taken.counts]).toEqual(
        Array.from({ length: met.size + 1 }, (_, id) => (id === 0 ? 0 : ids.filter((one) => one === id).length)),
      );
      const reader = new TextReader(taken.chunks);
      for (const [form, id] of met) expect(normal(reader.value(id - 1))).toBe(form);
    }),
    { numRuns: 40 },
  );
});

test('more different texts than tables begin with keep their ids when the tables grow', () => {
  const texts = Array.from(
    { length: 9000 },
    (_, i) => `王${String.fromCharCode(0x4e00 + (i % 5000))}${String.fromCharCode(0x4e00 + (i % 7))}`,
  );
  const { ids } = take(texts, 4096);
  const met = new Map<string, number>();
  for (const text of texts) if (!met.has(text)) met.set(text, met.size + 1);
  expect(ids).toEqual(texts.map((text) => met.get(text)));
});
