// Which form does a programme have filled in with an act? The report with which an opening is proposed, the safety plan with a plan.

import type { Form } from '../forms/form.ts';
import type { Programme } from './program.ts';

/** Whether the form may stay open: whoever was not found, or belongs elsewhere, is not diagnosed. */
export const mayStayOpen = (act: string, decision: unknown): boolean => act === 'proposeOpening' && decision === 'notOpened';

/** The form of an act (core/cases `caseActions`), with what a county added to it; null where the programme has none. */
export function formOfAct(programme: Pick<Programme, 'actions' | 'forms'>, act: string): Form | null {
  const id = programme.actions.find((one) => one.id === act)?.form;
  return id === undefined ? null : (programme.forms.find((form) => form.id === id) ?? null);
}
