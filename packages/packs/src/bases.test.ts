// Does each ground say no more than is known? What is our own design is called so and cites nothing; law is what has been read in law.
import type { LegalBasis } from '@anwang/core/programs';
import { expect, it } from 'vitest';
import { deskFor, measures, programmes } from './catalog.ts';

const clocks = programmes.flatMap((programme) => programme.clocks.map((clock) => ({ ...clock, at: `${programme.id} ${clock.id}` })));
// A county named nowhere: the nation's desk.
const desk = deskFor('63000');
const grounds: readonly (readonly [at: string, basis: LegalBasis])[] = [
  ...clocks.map((one) => [one.at, one.basis] as const),
  ...programmes.flatMap((one) => one.levels.map((level) => [`${one.id} ${level.id}`, level.basis] as const)),
  ...programmes.flatMap((one) =>
    one.actions.flatMap((act) =>
      act.requires.flatMap((each) => (each.basis === undefined ? [] : [[`${one.id} ${each.id}`, each.basis] as const])),
    ),
  ),
  ...[...desk.triage, ...desk.review].map((one) => [one.id, one.basis] as const),
  ...Object.entries(desk.limits).map(([id, one]) => [id, one.basis] as const),
];

it('a design of this system is called that, and cites neither law nor plan nor practice', () => {
  const wrong = grounds.filter(([, { mark, text }]) => (mark === 'D') !== (text === '本系統設計') && mark !== 'M');
  expect(wrong).toEqual([]);
});

it('a statutory limit was read in a statute or an ordinance, not in a guideline', () => {
  const wrong = clocks.filter(({ kind, basis }) => kind === 'statutory' && (!basis.mark.startsWith('V') || basis.text.includes('指引')));
  expect(wrong.map((one) => one.at)).toEqual([]);
});

it('an indicator of first visits is no surer than the limits it counts', () => {
  expect(measures.find((one) => one.id === 'visits-on-time')?.basis.mark).toBe('V-partly');
});
