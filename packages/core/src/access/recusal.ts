// Why somebody withdraws from a family's reports and cases (迴避): the grounds of law, as codes. Whoever has withdrawn is a relative to `decide`.
// Law: 行政程序法 32 (who must withdraw), 33 (other reasons to doubt). From memory; the wording is not in the sources of the plan.

import type { Label } from '../lang/label.ts';

/** Grounds by id, with the paragraph they rest on. */
export const recusalGrounds = {
  self: { label: { zh: '本人即為當事人', en: 'I am the person concerned myself' }, law: '行政程序法第32條第1款' },
  spouse: { label: { zh: '配偶或前配偶', en: 'Spouse or former spouse' }, law: '行政程序法第32條第1款' },
  blood: { label: { zh: '四親等內之血親', en: 'Blood relative within four degrees' }, law: '行政程序法第32條第1款' },
  inLaw: { label: { zh: '三親等內之姻親', en: 'Relative by marriage within three degrees' }, law: '行政程序法第32條第1款' },
  represented: {
    label: { zh: '曾為當事人之代理人、輔佐人、證人或鑑定人', en: 'Was their representative, assistant, witness or expert' },
    law: '行政程序法第32條第3、4款',
  },
  other: {
    label: { zh: '其他足認有偏頗之虞（師生、同住、債務等）', en: 'Other reason to doubt fairness (pupil, housemate, debt…)' },
    law: '行政程序法第33條',
  },
} as const satisfies Record<string, { readonly label: Label; readonly law: string }>;

/** A ground of withdrawal. */
export type RecusalGround = keyof typeof recusalGrounds;

/** All grounds, in the order in which they are offered. */
export const recusalGroundIds: readonly [RecusalGround, ...RecusalGround[]] = ['self', 'spouse', 'blood', 'inLaw', 'represented', 'other'];
