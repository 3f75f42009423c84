// Who of a case stands on which side, for the separation of victim and offender (house law 8).

import type { CaseState } from '@anwang/core/cases';

/** Present members on either side. */
export function sides(state: CaseState): { subjects: string[]; respondents: string[] } {
  const present = state.members.filter((member) => member.until === null);
  const respondents = present.filter((member) => member.side === 'offender').map((member) => member.person);
  return { subjects: present.map((member) => member.person).filter((person) => !respondents.includes(person)), respondents };
}
