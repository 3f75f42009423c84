// Which classes of data does a shared part of a case hold? Shares name parts of the file (people decide in parts), access decides in classes.
// Minimum sets as in domain 09 §9.2; identifiers, health and criminal facts are never shared by part.

import type { DataClass } from '../access/data-class.ts';
import type { Label } from '../lang/label.ts';

/** The parts of a case that can be shared. */
export const shareParts: Readonly<Record<string, { readonly label: Label; readonly classes: readonly DataClass[] }>> = {
  summary: { label: { zh: '摘要', en: 'Summary' }, classes: ['basic'] },
  members: { label: { zh: '家庭成員', en: 'Members' }, classes: ['basic', 'personal'] },
  contact: { label: { zh: '聯絡方式', en: 'Contact' }, classes: ['basic', 'personal', 'contact'] },
  timeline: { label: { zh: '時間軸', en: 'Timeline' }, classes: ['basic', 'narrative'] },
  plan: { label: { zh: '計畫', en: 'Plan' }, classes: ['basic', 'narrative'] },
  services: { label: { zh: '服務', en: 'Services' }, classes: ['basic', 'narrative'] },
  assessments: { label: { zh: '評估', en: 'Assessments' }, classes: ['basic', 'assessment'] },
};

/** The classes of some parts together; `referral:<id>` and unknown parts are basic. */
export function classesOfParts(parts: readonly string[]): DataClass[] {
  return [
    ...new Set<DataClass>([
      'basic',
      ...parts.flatMap((part) => (Object.hasOwn(shareParts, part) ? (shareParts[part]?.classes ?? []) : [])),
    ]),
  ];
}
