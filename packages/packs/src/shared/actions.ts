// The acts every programme offers, with the requirements all share; a programme adds requirements of its own to single acts.

import { type CaseActionId, caseActions, placementActs } from '@anwang/core/cases';
import type { Label } from '@anwang/core/lang';
import type { ProgrammeAction, Requirement } from '@anwang/core/programs';
import { when } from '@anwang/core/rules';
import { basis, label } from './write.ts';

const shared: Partial<Record<CaseActionId, readonly Requirement[]>> = {
  proposeClosure: [
    {
      id: 'goals-reviewed',
      label: label('所有目標皆須檢視', 'Every goal must be reviewed first'),
      condition: when('goals.active', 'eq', 0),
      basis: basis('本系統設計', 'D', 'domain 02 §2.0.6'),
    },
    {
      id: 'referrals-settled',
      label: label('尚有未結轉介', 'A referral is still open'),
      condition: when('referrals.open', 'eq', 0),
      basis: basis('本系統設計', 'D', 'domain 02 §2.0.6'),
    },
  ],
};

/** All acts; `extra` adds requirements to single acts, `forms` names the form an act fills in, `labels` is what the programme calls an act,
 * `placing`: it may take a child into keeping. */
export function actions(
  extra: Partial<Record<CaseActionId, readonly Requirement[]>>,
  forms: Partial<Record<CaseActionId, string>> = {},
  labels: Partial<Record<CaseActionId, Label>> = {},
  placing = false,
): ProgrammeAction[] {
  return (Object.keys(caseActions) as CaseActionId[])
    .filter((id) => placing || !placementActs.includes(id))
    .map((id): ProgrammeAction => {
      const form = forms[id];
      const requires = [...(shared[id] ?? []), ...(extra[id] ?? [])];
      const label = labels[id];
      return { id, ...(label === undefined ? {} : { label }), ...(form === undefined ? {} : { form }), requires };
    });
}
