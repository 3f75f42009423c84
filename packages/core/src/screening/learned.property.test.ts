import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ageFromYear, CONTACT_FACTS, LEARNED_KINDS, type LearnedFact, withLearned } from './learned.ts';

const text = fc.string({ minLength: 1, maxLength: 8 });
const facts = fc.array(
  fc.record({
    kind: fc.constantFrom(...LEARNED_KINDS),
    value: fc.oneof(text, fc.constantFrom('1985', '1985-03-04', '2001')),
    hidden: fc.boolean(),
    takenBack: fc.boolean(),
  }),
  { maxLength: 8 },
);
const given = fc.record({
  name: fc.option(text),
  nationalId: fc.option(text),
  birthDate: fc.option(fc.constantFrom('1985-03-04', '1990-01-01')),
  phones: fc.array(text, { maxLength: 2 }),
  addresses: fc.array(text, { maxLength: 2 }),
  school: fc.option(text),
  contactsHidden: fc.boolean(),
});

test('nothing that was reported is lost, nothing is known that nobody said, and what is hidden stays so', () => {
  fc.assert(
    fc.property(given, facts, (was, learned) => {
      const now = withLearned(was, learned);
      const said = (...kinds: LearnedFact['kind'][]) =>
        learned.filter((fact) => !fact.takenBack && kinds.includes(fact.kind)).map((fact) => fact.value);
      for (const phone of was.phones) expect(now.phones).toContain(phone);
      for (const address of was.addresses) expect(now.addresses).toContain(address);
      expect(new Set(now.phones)).toEqual(new Set([...was.phones, ...said('phone')]));
      expect(now.name).toBe(said('name').at(-1) ?? was.name);
      expect(now.nationalId).toBe(said('nationalId').at(-1) ?? was.nationalId);
      expect([was.birthDate, ...said('birthDate', 'birthYear')]).toContain(now.birthDate);
      expect(now.contactsHidden).toBe(was.contactsHidden || learned.some((fact) => fact.hidden && CONTACT_FACTS.has(fact.kind)));
      // In parts or at once, it is the same.
      expect(withLearned(withLearned(was, learned.slice(0, 3)), learned.slice(3))).toEqual(now);
      // What was taken back is as if it had never been said, but that contacts stay hidden.
      const standing = withLearned(
        was,
        learned.filter((fact) => !fact.takenBack),
      );
      expect({ ...now, contactsHidden: null }).toEqual({ ...standing, contactsHidden: null });
    }),
  );
});

test('a year does not displace a day of that year, another year does', () => {
  const born = { name: null, nationalId: null, birthDate: '1985-03-04', phones: [], addresses: [], school: null, contactsHidden: false };
  expect(withLearned(born, [{ kind: 'birthYear', value: '1985', hidden: false, takenBack: false }]).birthDate).toBe('1985-03-04');
  expect(withLearned(born, [{ kind: 'birthYear', value: '1987', hidden: false, takenBack: false }]).birthDate).toBe('1987');
  expect(ageFromYear('1985', 2026)).toBe(41);
  expect(ageFromYear('1985-03-04', 2026)).toBeNull();
});
