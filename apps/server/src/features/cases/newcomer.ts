// Somebody new in a case: a source row and a person are written with the event, in the worker's session; the job of looking them up is asked for in the same transaction.
import type { NewcomerInput } from '@anwang/contract/shapes';
import { dateIn } from '@anwang/core/time';
import { prepareReported, type ReportedPerson, UNKNOWN_PERSON } from '@anwang/people';
import { writeNewcomer } from '@anwang/store/people';
import { newcomerKey } from '../../people/index-newcomer.ts';
import { type Ground, invalid } from './command.ts';

/** What a worker says of somebody, as a source row tells it. */
export const reportedOf = ({ name, sex, birthDate, nationalId }: NewcomerInput): ReportedPerson => ({
  ...UNKNOWN_PERSON,
  name,
  sex: sex === 'unknown' ? null : sex,
  birthDate,
  nationalId,
});

/** Writes them; gives the person that the case now names, or what is wrong with what was given. */
export async function newMember(given: NewcomerInput, { tx, call, held, state, context }: Ground) {
  if (given.birthDate !== null && given.birthDate > dateIn(context.zone, call.now))
    return invalid('addMember', 'given.birthDate', 'future');
  const reported = reportedOf(given);
  const made = await writeNewcomer(tx, {
    caseId: held.id,
    county: held.county,
    district: state.district,
    at: call.now,
    given: reported,
    prepared: prepareReported(reported),
    name: given.name,
  });
  const at = new Date(Date.parse(call.now) + 30_000).toISOString();
  await tx.enqueue('people.newcomer', made, { key: newcomerKey(made), at });
  return { ok: true as const, value: made };
}
