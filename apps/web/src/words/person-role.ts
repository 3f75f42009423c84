// What somebody is in a report, in the words of the desk and in those of whoever reports.
import type { OutputOf } from '@anwang/contract';
import { m } from '../paraglide/messages.js';

/** The role of a reported person. */
export type PersonRole = OutputOf<'screening', 'report'>['persons'][number]['role'];
type Words = readonly (readonly [role: PersonRole, word: () => string])[];

const deskWords: Words = [
  ['subject', m.role_subject],
  ['victim', m.role_victim],
  ['respondent', m.role_respondent],
  ['caregiver', m.role_caregiver],
  ['familyMember', m.role_family_member],
  ['witness', m.role_witness],
  ['other', m.role_other],
];
/** What somebody beside the person in need may be. */
const plainWords: Words = [
  ['familyMember', m.report_role_family],
  ['caregiver', m.report_role_caregiver],
  ['respondent', m.report_role_respondent],
  ['witness', m.report_role_witness],
  ['other', m.role_other],
];
const choicesOf = (words: Words) => words.map(([value, word]) => ({ value, label: word() }));

/** The word of the desk. */
export const personRoleWord = (role: PersonRole): string => deskWords.find(([each]) => each === role)?.[1]() ?? role;

/** All roles for a control of the desk. */
export const personRoleChoices = () => choicesOf(deskWords);

/** The roles that a reporter may give, in plain words. */
export const reportedRoleChoices = () => choicesOf(plainWords);
