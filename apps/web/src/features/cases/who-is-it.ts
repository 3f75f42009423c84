// Who of the case is asked about in a form, in which order and in which words: first the one whom the case is about.
import type { Label } from '@anwang/core/lang';
import { m } from '../../words/index.ts';
import { describePerson } from '../../words/person.ts';
import type { FormContext } from './act-fields.ts';

type Member = FormContext['case']['members'][number];

const order: readonly Member['role'][] = ['subject', 'victim', 'caregiver', 'member'];
const placeOf = ({ role }: Member): number => (order.includes(role) ? order.indexOf(role) : order.length);

/** The present members: whom the case is about, who else is harmed, who cares for them, the others. */
export const presentMembers = ({ case: one }: FormContext): Member[] =>
  one.members.filter((each) => each.until === null).toSorted((a, b) => placeOf(a) - placeOf(b));

/** 受害兒少，女 4 歲. */
export function describeMember({ choices }: FormContext, { role, sex, age, ageGuessed, identityOpen }: Member): Label {
  const stands = choices('memberRoles').find((each) => each.code === role)?.label;
  // Whoever stands before them can ask for what decides it.
  const who = [describePerson(sex, age, ageGuessed), identityOpen ? m.identity_open() : ''].filter(Boolean).join(m.clause_mark());
  return { zh: stands ? `${stands.zh}，${who}` : who, en: stands ? `${stands.en ?? stands.zh}, ${who}` : who };
}

/** Whether the case is about one person, as of a child or a victim, and not about a household. */
export const isAboutPerson = ({ case: one }: FormContext): boolean => one.side === 'victim' || one.side === 'offender';
