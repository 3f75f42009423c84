// More is known of somebody of a report, or less since a fact was taken back: they are matched again. What a person has decided stays; new proposals come beside the
// old ones; whoever was founded on the report is found by what is known now.
import { CONTACT_FACTS, withLearned } from '@anwang/core/screening';
import { decideMatch, indexKeys, keysGone, lookupOf, matchReport, prepareReported } from '@anwang/people';
import { hiddenContactId, readReportPersons, readReportRow, reportOfFact } from '@anwang/store/intake';
import {
  dropProposals,
  findPeople,
  linkedByNumber,
  newPersonFrom,
  personIndex,
  readLinksOfRecord,
  recordAgain,
  takeBack,
  unlearn,
} from '@anwang/store/people';
import type { Tx } from '@anwang/store/session';
import type { House } from '../house.ts';
import { confirmByNumber } from '../people/index-newcomer.ts';
import { asMatched, followMatch } from './match-filed.ts';

type Report = NonNullable<Awaited<ReturnType<typeof readReportRow>>>;
type Person = Awaited<ReturnType<typeof readReportPersons>>[number];

/** Under what the job is asked for, and dismissed. A fact that is taken back is asked for again. */
export const learnedKey = (factId: string): string => `learned:${factId}`;

/** Matches again in a session of the system actor `matcher`, whose results go to nobody here. */
export async function matchWithLearned(house: House, factId: string, route: string): Promise<void> {
  await house.store.withActor(house.system.matcher, 'screening', { route }, (tx) => matchLearned(house, tx, factId));
}

/** As above, in the matcher's session that is given; safe to repeat. */
export async function matchLearned(house: House, tx: Tx, factId: string): Promise<void> {
  const of = await reportOfFact(tx, factId);
  const report = of === null ? undefined : await readReportRow(tx, of.reportId);
  if (of !== null && report !== undefined) {
    const persons = await readReportPersons(tx, report.id);
    const person = persons.find((one) => one.id === of.reportPersonId);
    if (person !== undefined) await again(house, tx, report, person, factId);
    await followMatch(house, tx, report, persons);
  }
  await tx.dismiss(learnedKey(factId));
}

async function again(house: House, tx: Tx, report: Report, person: Person, factId: string): Promise<void> {
  const { given, learned, record_id: recordId, id: subjectId } = person;
  if (given === null) return;
  const back = learned.find((fact) => fact.id === factId && fact.takenBack);
  if (back !== undefined) await forget(house, tx, person, back);
  const before = await readLinksOfRecord(tx, recordId);
  if (before.decided) return;
  const known = asMatched(given, report.received_at);
  const prepared = prepareReported({ district: report.district, ...known });
  const [found = []] = await findPeople(tx, [lookupOf(prepared)]);
  // Whoever was founded on these words agrees with them.
  const decision = decideMatch(
    prepared,
    found.filter((one) => one.id !== before.founded),
  );
  const alike = decision.kind === 'link' ? [decision] : decision.kind === 'candidates' ? decision.candidates : [];
  if (back !== undefined)
    await dropProposals(tx, { recordId, since: back.takenAt, still: alike.map((one) => one.personId), at: house.now() });
  const stands = back === undefined ? before : await readLinksOfRecord(tx, recordId);
  if (stands.links.size === 0) {
    const { id: reportId, county, district, demo } = report;
    await matchReport(personIndex(tx), {
      reportId,
      county,
      district,
      demo,
      at: house.now(),
      subjects: [{ subjectId, recordId, person: known }],
    });
    return;
  }
  const sure = await recordAgain(tx, {
    reportId: report.id,
    county: report.county,
    at: house.now(),
    subjectId,
    recordId,
    stands,
    alike,
    certain: decision.kind === 'link',
    known: stands.founded === null ? null : newlyKnown(house, report, person, factId, stands.founded),
    less: back !== undefined,
  });
  if (sure !== null) await confirmByNumber(tx, house, sure, stands.founded);
}

/** Takes from the index what the fact gave it. A link that the matcher made by this number goes; where something else rests on it since, a person decides. */
async function forget(house: House, tx: Tx, { id, reported, learned, record_id: recordId }: Person, fact: Person['learned'][number]) {
  if (reported !== null)
    await unlearn(tx, { id: fact.id, keys: keysGone(reported, learned, fact.id), contactIds: [fact.id, hiddenContactId(id, fact.id)] });
  if (fact.kind !== 'nationalId') return;
  const decision = await linkedByNumber(tx, recordId, fact.takenAt);
  if (decision === null) return;
  const done = await takeBack(tx, decision, house.now());
  if (!done.ok) house.tell('intake.unlearned', new Error(done.problem.code));
}

/** The person founded on the row as they are known now, with the number or the contact of this fact alone. */
function newlyKnown(
  house: House,
  report: Report,
  { given, reported, learned, record_id: recordId }: Person,
  factId: string,
  founded: string,
) {
  if (given === null || reported === null) return null;
  const fact = learned.find((one) => one.id === factId);
  if (fact === undefined) return null;
  const gives = fact.takenBack ? null : fact.kind;
  const prepared = prepareReported(asMatched(given, report.received_at));
  const made = newPersonFrom(
    { county: report.county, district: report.district, at: house.now(), demo: report.demo },
    { recordId, prepared, keys: indexKeys(prepared) },
  );
  const before = withLearned(
    reported,
    learned.filter((one) => one.id < factId),
  );
  // A school is no contact of the index; what must stay hidden becomes a hidden one with those of the report.
  const said = gives === 'phone' ? 'phone' : gives === 'address' ? 'residenceAddress' : null;
  const open = said !== null && !given.contactsHidden && ![...before.phones, ...before.addresses].includes(fact.value);
  const [contact] = made.contacts.filter((one) => one.kind === said).slice(-1);
  return {
    ...made,
    id: founded,
    identifier: gives === 'nationalId' && made.identifier !== null ? { ...made.identifier, id: factId } : null,
    contacts: open && CONTACT_FACTS.has(fact.kind) && contact !== undefined ? [{ ...contact, id: factId }] : [],
  };
}
