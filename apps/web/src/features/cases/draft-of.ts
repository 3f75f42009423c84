// Under which key the form of an act keeps what was typed. Done and not done of an assessment are one form.

const assessing = ['completeAssessment', 'skipAssessment'];

/** The key. @param about the goal or the person it was begun from */
export function draftOf(caseId: string, type: string, about?: string): string {
  if (assessing.includes(type)) return `case.${caseId}.assessment`;
  return ['case', caseId, type, about].filter(Boolean).join('.');
}
