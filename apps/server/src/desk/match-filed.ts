// Matches the people of a filed report against the index and draws the consequences: links, candidates, hits, earlier reports, and a higher band when the rules say so.
import { deskDue, triage } from '@anwang/core/screening';
import type { Instant } from '@anwang/core/time';
import { contactKeys, matchReport, type ReportedPerson } from '@anwang/people';
import { changeBand, hideReportedContacts, readMatched, readReportPersons, readReportRow } from '@anwang/store/intake';
import { tellOfRepeat } from '@anwang/store/notices';
import { personIndex } from '@anwang/store/people';
import type { Tx } from '@anwang/store/session';
import type { House } from '../house.ts';
import { guessedAge } from '../people/guessed-age.ts';
import { bandIsHigher } from './bands.ts';
import { givenReport } from './given-report.ts';
import { factsOf } from './report-facts.ts';

/** Nobody has decided on it yet. */
export const waitsAtDesk = (status: string): boolean => ['received', 'screening', 'proposed', 'returned'].includes(status);

type ReportRow = NonNullable<Awaited<ReturnType<typeof readReportRow>>>;
type ReportPerson = Awaited<ReturnType<typeof readReportPersons>>[number];

/** Matches a report in a session of the system actor `matcher`, whose results go to no reporter or partner. */
export async function matchFiled(house: House, reportId: string, route: string): Promise<void> {
  await house.store.withActor(house.system.matcher, 'screening', { route }, (tx) => matchInSession(house, tx, reportId));
}

/**
 * A person has decided who somebody of a report is: what it wants hidden is hidden, and while it waits at the desk everything else follows as where the
 * number alone had told it. The session is the matcher's.
 */
export async function hideInSession(house: House, tx: Tx, reportId: string): Promise<void> {
  const report = await readReportRow(tx, reportId);
  if (!report) return;
  await hideReportedContacts(tx, report, contactKeys);
  if (waitsAtDesk(report.status)) await followMatch(house, tx, report, await readReportPersons(tx, reportId));
}

/** Somebody of a report as the matcher takes them: contacts that must stay hidden find nobody. */
export const asMatched = (given: NonNullable<ReportPerson['given']>, at: Instant): ReportedPerson => ({
  ...given,
  ...(given.contactsHidden ? { phones: [], addresses: [] } : {}),
  age: guessedAge(given.ageApproximate, at),
});

/** Matches a report once; safe to repeat. The session is the matcher's. */
export async function matchInSession(house: House, tx: Tx, reportId: string): Promise<void> {
  const [report, persons] = await Promise.all([readReportRow(tx, reportId), readReportPersons(tx, reportId)]);
  if (!report) return;
  await matchReport(personIndex(tx), {
    reportId,
    county: report.county,
    district: report.district,
    at: report.received_at,
    demo: report.demo,
    subjects: persons.flatMap((person) =>
      person.given === null
        ? []
        : {
            subjectId: person.id,
            recordId: person.record_id,
            person: asMatched(person.given, report.received_at),
          },
    ),
  });
  // Asked for in case this work should be cut off; gone with its commit.
  await tx.dismiss(`match:${reportId}`);
  await followMatch(house, tx, report, persons);
}

/** What follows from who somebody of a report is: hidden contacts, earlier reports, and a higher band when the rules say so. */
export async function followMatch(house: House, tx: Tx, report: ReportRow, persons: ReportPerson[]): Promise<void> {
  const reportId = report.id;
  if (persons.some((person) => person.given?.contactsHidden)) await hideReportedContacts(tx, report, contactKeys);
  await tellOfRepeat(tx, reportId);
  const matched = await readMatched(tx, reportId, report.received_at);
  const given = givenReport(report, persons);
  const desk = house.packs.desk(report.county);
  const suggestion = triage(desk, factsOf(given, matched), { now: house.now(), zone: house.time().zone });
  if (matched.priorReports !== report.prior_reports)
    await tx.updateTable('intake.report').set({ prior_reports: matched.priorReports }).where('id', '=', reportId).execute();
  if (bandIsHigher(suggestion.band, report.band) && report.band_source === 'rule')
    await changeBand(tx, {
      reportId,
      county: report.county,
      band: suggestion.band,
      source: 'rule',
      reasons: suggestion.rules.map((rule) => rule.id),
      triageDue: deskDue(desk, report.received_at, suggestion.band, house.time()).triageDue,
      at: house.now(),
    });
}
