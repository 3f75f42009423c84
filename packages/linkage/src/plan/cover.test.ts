import { expect, it } from 'vitest';
import { coverRules, imagineMatches, supposeUnseen } from './cover.ts';
import type { RuleSurvey, SlotAgreement } from './survey.ts';

const shape = (id: string, ...slots: number[]) => ({ id, parts: slots.map((slot) => [slot, 0] as const) });
const survey = (rule: number, pairs: number): RuleSurvey => ({
  rule,
  pairs,
  kept: 1,
  largestBlock: 9,
  oversizeBlocks: 0,
  oversizeRecords: 0,
});
const all = (weight: number): SlotAgreement => [{ facets: 1, weight }];

// Slot 0 is a name, slot 1 an address, slot 2 a sex.
const shapes = [shape('name', 0), shape('address', 1), shape('name+address', 0, 1)];
const surveys = [survey(0, 20_000), survey(1, 60_000), survey(2, 9000)];

function choose(agreement: readonly SlotAgreement[]): string[] {
  const found = imagineMatches(shapes, agreement, 1);
  return coverRules(surveys, found, 30_000, 500_000, 12).rules.map((rule) => shapes[rule]!.id);
}

it('takes a rule on a column that near-certain pairs say nothing of', () => {
  // They come by a rule on the name, or share it; half of them live elsewhere.
  const seen: SlotAgreement[] = [[], [{ facets: 0, weight: 5000 }, ...all(5000)], all(10_000)];
  expect(choose(seen)).toEqual(['address']);
  expect(choose(supposeUnseen(shapes, seen, [true, true, false]))).toEqual(['name', 'address']);
});

it('supposes nothing where no telling column was seen', () => {
  const seen: SlotAgreement[] = [[], [], all(10_000)];
  expect(supposeUnseen(shapes, seen, [true, true, false])).toEqual(seen);
});
