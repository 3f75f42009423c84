// Forms that every programme uses: the record of a visit and the statement at closing. Programmes add their own beside them.

import type { Field, FieldKind, Form } from '@anwang/core/forms';
import { formValueSets } from './concepts.ts';
import { valueSets } from './value-sets/index.ts';
import { label } from './write.ts';

/** A field, by default not required and with "unknown" allowed. Options come from a value set. */
export function field(id: string, kind: FieldKind, concept: string, zh: string, en: string, more: Partial<Field> = {}): Field {
  return { id, kind, concept, label: label(zh, en), required: false, unknownAllowed: true, ...more };
}

/** The options of a value set. */
export function optionsOf(set: string): { code: string; label: { zh: string; en?: string } }[] {
  const found = [...valueSets, ...formValueSets].find((one) => one.id === set);
  if (found === undefined) throw new Error(`no value set ${set}`);
  return [...found.entries];
}

/** The record of a visit: what the act asks itself, and what a county adds. */
export const visitForm: Form = {
  id: 'visit',
  version: '2',
  label: label('訪視紀錄', 'Record of a visit'),
  sections: [
    {
      id: 'meeting',
      label: label('訪視', 'The visit'),
      fields: [
        field('method', 'choice', 'visit.method', '方式', 'Way', {
          required: true,
          unknownAllowed: false,
          options: optionsOf('visitMethod'),
          answeredBy: 'method',
        }),
        field('outcome', 'choice', 'visit.outcome', '結果', 'Outcome', {
          required: true,
          unknownAllowed: false,
          options: optionsOf('meetingOutcome'),
          answeredBy: 'outcome',
        }),
        // Item by item, and in the words of the record.
        field('environment', 'paragraph', 'visit.environment', '居住環境', 'Living conditions', {
          answeredBy: 'home',
          showWhen: { op: 'eq', left: { ref: 'answers.method' }, right: { value: 'homeVisit' } },
        }),
        field('childSafe', 'yesNo', 'visit.childSafe', '兒少目前安全', 'The child is safe now', { answeredBy: 'safe' }),
        field('note', 'paragraph', 'visit.note', '紀錄', 'Record', { answeredBy: 'note' }),
        field('next', 'date', 'visit.next', '預定下次訪視', 'Next visit planned', { answeredBy: 'nextAt' }),
      ],
    },
  ],
};

/** What is said at closing. */
export const closureForm: Form = {
  id: 'closure',
  version: '2',
  label: label('結案評估', 'Closing statement'),
  sections: [
    {
      id: 'closing',
      label: label('結案', 'Closing'),
      fields: [
        field('summary', 'paragraph', 'closure.summary', '結案摘要', 'Summary', {
          required: true,
          help: label('說明服務歷程與現況', 'Say what was done and how things stand'),
          answeredBy: 'summary',
        }),
        // Goal by goal: none may be open when a closing is proposed.
        field('outcome', 'paragraph', 'closure.outcome', '目標達成情形', 'Outcome against the goals', { answeredBy: 'reviewGoal.status' }),
        field('referrals', 'paragraph', 'closure.referrals', '後續轉銜資源', 'What follows'),
        field('followUpOn', 'date', 'closure.followUpOn', '追蹤日期', 'Follow-up date', { answeredBy: 'followUpOn' }),
      ],
    },
  ],
};
