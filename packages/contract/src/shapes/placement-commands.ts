// What a person may ask of a child kept away from home: taken into keeping, who was told, kept elsewhere, the court asked, its ruling, the end.
import { z } from 'zod';
import { id } from './basic.ts';
import { instantInput, maybeDate } from './date.ts';
import { formAnswers } from './form-answers.ts';
import { code, maybeText } from './text.ts';

const toldAt = instantInput.nullable().default(null).describe('when they were told; null: not yet');
const notTold = code.nullable().default(null);
const placementIds = z.array(id).min(1).max(10);

/** The commands. */
export const placementCommands = [
  z.object({
    type: z.literal('placeChild'),
    personIds: z.array(id).min(1).max(10).describe('the children, each with a placement of their own'),
    happenedAt: instantInput.describe('when it began: the 72 hours run from here'),
    ground: z.string().min(1).max(8).describe('the item of article 56, a number'),
    kind: code.describe('kind of place'),
    place: maybeText(200).describe('where; kept as a hidden contact of each child, and nowhere else'),
    courtTold: toldAt,
    policeTold: toldAt,
    guardianTold: toldAt,
    notTold: notTold.describe('why parents or guardian are not told'),
    prosecutorTold: toldAt,
    note: maybeText(8000).describe('why and how, without the place'),
    answers: formAnswers,
  }),
  z.object({
    type: z.literal('tellPlacement'),
    placementIds,
    party: z.enum(['court', 'police', 'guardian', 'prosecutor']),
    happenedAt: instantInput,
    notTold: notTold.describe('of parents or guardian: why they are not told'),
    note: maybeText(2000),
  }),
  z.object({
    type: z.literal('movePlacement'),
    placementIds,
    happenedAt: instantInput,
    kind: code,
    place: maybeText(200).describe('where from now on; kept as a hidden contact of each child'),
    note: maybeText(2000),
  }),
  z.object({
    type: z.literal('askCourt'),
    placementIds,
    happenedAt: instantInput.describe('when the court had it'),
    letter: maybeText(200).describe('number of the letter or of the case at court'),
    note: maybeText(2000),
  }),
  z.object({
    type: z.literal('recordRuling'),
    placementIds,
    happenedAt: instantInput.describe('when the court decided'),
    outcome: z.enum(['granted', 'refused', 'revoked']),
    from: maybeDate.describe('granted: the first day, by the ruling'),
    until: maybeDate.describe('granted: the last day, three months on at most'),
    letter: maybeText(200).describe('number of the ruling'),
    note: maybeText(2000),
  }),
  z.object({ type: z.literal('endPlacement'), placementIds, happenedAt: instantInput, how: code, note: maybeText(4000) }),
] as const;
