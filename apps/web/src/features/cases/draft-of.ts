// Under which key the form of an act keeps what was typed. Done and not done of an assessment are one form.

const assessing = ['completeAssessment', 'skipAssessment'];

/** Which plan a draft is about: each that is changed or cancelled has its own, a record is one form. */
export const planOfDraft = (type: string, planId: string | undefined): string | undefined =>
  type === 'changeVisit' || type === 'cancelVisit' ? planId : undefined;

/** The key. @param about the goal or the person it was begun from */
export function draftOf(caseId: string, type: string, about?: string): string {
  if (assessing.includes(type)) return `case.${caseId}.assessment`;
  return ['case', caseId, type, about].filter(Boolean).join('.');
}
