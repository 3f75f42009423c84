// The family picture around a report. What cross-matching found is shown until the decision; afterwards it has left the screen.
import type { InputOf, OutputOf } from '@anwang/contract';
import { fail, ok, type Result } from '@anwang/core/lang';
import { isAbout } from '@anwang/core/screening';
import { readReportPersons, readReportRow } from '@anwang/store/intake';
import { listCandidates } from '@anwang/store/people';
import type { Tx } from '@anwang/store/session';
import { alikeNamed } from '../../desk/alike-named.ts';
import { readPicture } from '../../family/read-picture.ts';
import type { Call } from '../../http/call.ts';
import { candidateView } from '../../people/candidate-view.ts';

const decided = ['dispatched', 'closedAtDesk'];

/** Picture and candidates. A hidden contact of a victim is in it only where the report names nobody it is hidden from. */
export async function reportFamily(
  input: InputOf<'screening', 'family'>,
  tx: Tx,
  call: Call,
): Promise<Result<OutputOf<'screening', 'family'>>> {
  const report = await readReportRow(tx, input.reportId);
  if (!report) return fail({ code: 'notFound', kind: 'report', id: input.reportId });
  const persons = await readReportPersons(tx, report.id);
  const linked = [...new Set(persons.flatMap((person) => person.person_id ?? []))];
  const hitsExpired = decided.includes(report.status);
  const picture = await readPicture(tx, call, linked, { hitsExpired });
  const candidates = hitsExpired ? [] : await listCandidates(tx, { reportId: report.id, limit: 100 });
  // The likeliest first: of a name that is half masked many are alike a little.
  const likeliest = candidates.toSorted((a, b) => b.weight - a.weight);
  const alike = hitsExpired ? [] : await alikeNamed(tx, persons);
  // Whom the report is about may be nobody of the index yet: nobody else is drawn as the one it is about meanwhile.
  const about = persons.find(({ role }) => isAbout(role))?.person_id ?? null;
  const people = picture.people.map((one) => ({ ...one, index: one.index && one.id === about }));
  return ok({ ...picture, people, candidates: likeliest.map(candidateView), alike });
}

/** Earlier reports of the people the report is linked to. */
export async function earlierReports(
  input: InputOf<'screening', 'earlier'>,
  tx: Tx,
  call: Call,
): Promise<Result<OutputOf<'screening', 'earlier'>>> {
  const report = await readReportRow(tx, input.reportId);
  if (!report) return fail({ code: 'notFound', kind: 'report', id: input.reportId });
  const linked = [...new Set((await readReportPersons(tx, report.id)).flatMap((person) => person.person_id ?? []))];
  const picture = await readPicture(tx, call, linked, { hitsExpired: false });
  return ok({ reports: picture.reports.filter((one) => one.id !== report.id && one.receivedAt < report.received_at) });
}
