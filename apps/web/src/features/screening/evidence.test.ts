// Evidence marks: the text is never changed, and danger is never hidden by another mark.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quotes, stretches } from './evidence.ts';

test('a danger inside a person mark stays danger', () => {
  expect(
    stretches('爸爸打人', [
      { kind: 'person', start: 0, end: 4, negated: false },
      { kind: 'danger', start: 2, end: 3, negated: false },
    ]),
  ).toEqual([
    { text: '爸爸', kind: 'person' },
    { text: '打', kind: 'danger' },
    { text: '人', kind: 'person' },
  ]);
});

test('joined together the stretches are the narrative', () => {
  const mark = fc.record({
    kind: fc.constantFrom('person' as const, 'place' as const, 'time' as const, 'danger' as const),
    start: fc.integer({ min: -5, max: 40 }),
    end: fc.integer({ min: -5, max: 60 }),
    negated: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), fc.array(mark, { maxLength: 12 }), (text, marks) => {
      expect(
        stretches(text, marks)
          .map((each) => each.text)
          .join(''),
      ).toBe(text);
    }),
  );
});

test('a rare character counts as one, and a denied danger is drawn as denied', () => {
  expect(stretches('𠮷姓男子沒有拿刀', [{ kind: 'danger', start: 6, end: 8, negated: true }])).toEqual([
    { text: '𠮷姓男子沒有', kind: null },
    { text: '拿刀', kind: 'denied' },
  ]);
  expect(
    quotes('𠮷拿刀，又拿刀', [
      { start: 1, end: 3 },
      { start: 5, end: 7 },
    ]),
  ).toEqual(['拿刀']);
});
