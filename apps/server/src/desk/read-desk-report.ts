// One report as the desk sees it: everything that bears on the decision, the rules' suggestion, and whether this officer may propose or review.
import type { OutputOf } from '@anwang/contract';
import type { Purpose } from '@anwang/core/access';
import { decide } from '@anwang/core/access';
import { fail, ok, type Result } from '@anwang/core/lang';
import { listFiles } from '@anwang/store/files';
import {
  isRelative,
  listPresence,
  readAdditions,
  readDispatches,
  readEvidenceDecisions,
  readMatched,
  readProposal,
  readRepeats,
  readReportClocks,
  readReportPersons,
  readReportRow,
  readReportTexts,
  readRouting,
} from '@anwang/store/intake';
import type { Tx } from '@anwang/store/session';
import { shownFiles } from '../files/shown-files.ts';
import type { Call } from '../http/call.ts';
import { additionView } from './addition-view.ts';
import { classesSeen } from './classes-seen.ts';
import { clockView } from './clock-view.ts';
import { evidenceView } from './evidence-view.ts';
import { givenReport } from './given-report.ts';
import { handedFrom, handedOver, handedTo } from './handed-view.ts';
import { waitsAtDesk } from './match-filed.ts';
import { personView } from './person-view.ts';
import { proposalView } from './proposal-view.ts';
import { childrenInHome } from './report-facts.ts';
import { suggest } from './suggest.ts';
import { asBand, asBandSource, asDispatchStatus, asReportStatus } from './words-of-rows.ts';

type DeskReport = OutputOf<'screening', 'report'>;
const open = ['received', 'screening', 'returned'];

/** The report, or `notFound` when it is out of reach; persons shown are put on record. */
export async function readDeskReport(tx: Tx, call: Call, reportId: string): Promise<Result<DeskReport>> {
  const report = await readReportRow(tx, reportId);
  if (!report) return fail({ code: 'notFound', kind: 'report', id: reportId });
  // Sent together; see features/cases/workspace.
  const [texts, persons, additions, proposal, dispatches, clocks, files, presence, relative, matched, routing, decided, classes, repeats] =
    await Promise.all([
      readReportTexts(tx, reportId),
      readReportPersons(tx, reportId),
      readAdditions(tx, reportId),
      readProposal(tx, reportId),
      readDispatches(tx, reportId),
      readReportClocks(tx, reportId),
      listFiles(tx, { kind: 'report', id: reportId }),
      listPresence(tx, [reportId]),
      isRelative(tx, tx.actor.id, reportId),
      readMatched(tx, reportId, report.received_at),
      readRouting(tx, report.county),
      readEvidenceDecisions(tx, reportId),
      classesSeen(tx, call, ['report.read'], reportId),
      readRepeats(tx, reportId, report.repeat_of),
    ]);
  const given = givenReport(report, persons);
  const suggestion = suggest(call.house, report.county, report.district, given, matched, routing);
  tx.audit({
    action: 'report.read',
    ids: [reportId],
    personIds: persons.flatMap((person) => person.person_id ?? []),
    county: report.county,
    count: 1,
  });
  const { packs } = call.house;
  const narrative = texts.get('narrative');
  return ok({
    id: report.id,
    number: report.number,
    county: report.county,
    districtName: report.district_name,
    channel: report.channel,
    reporterKind: report.reporter_kind,
    mandatory: report.mandatory,
    wantsReply: report.wants_reply,
    reportType: report.report_type,
    receivedAt: report.received_at,
    occurredOn: report.occurred_on,
    occurredPrecision: report.occurred_precision,
    placeKind: report.place_kind,
    place: texts.get('place')?.text ?? null,
    situation: texts.get('situation')?.text ?? null,
    narrative: narrative?.text ?? '',
    ...evidenceView(
      packs,
      narrative?.text ?? '',
      persons.flatMap((person) => person.given?.name ?? []),
      given,
      decided,
    ),
    grounds: report.grounds.map((code) => packs.word('grounds', code)),
    needs: report.needs.map((code) => packs.word(packs.has('needType', code) ? 'needType' : 'need', code)),
    answers: classes.includes('assessment') ? asRecord(report.answers) : {},
    immediateDanger: given.immediateDanger,
    childrenInHome: childrenInHome(given),
    status: asReportStatus(report.status),
    band: asBand(report.band),
    bandSource: asBandSource(report.band_source),
    bandReasons: reasonsOfBand(call, report.county, report.band_reasons),
    clocks: clocks.filter((clock) => clock.dispatch_id === null).map((clock) => clockView(call.house, report.county, clock)),
    // Counted when it was matched; a person may have said since who it is about.
    priorReports: waitsAtDesk(report.status) ? matched.priorReports : report.prior_reports,
    missing: suggestion.core.open.map((fact) => packs.fact(fact)),
    persons: persons.map((person) => personView(person, persons, classes)),
    additions: additions.map(additionView),
    files: shownFiles(files),
    suggestion: suggestion.view,
    proposal: proposalView(call.house, proposal, suggestion.view),
    handedFrom: handedFrom(report.handed_from),
    handedTo: handedTo(report.handed_to),
    handed: handedOver(texts),
    ...repeats,
    dispatches: dispatches.map((one) => ({
      id: one.id,
      programme: one.programme,
      unitName: one.unit_name,
      status: asDispatchStatus(one.status),
      sentAt: one.sent_at,
      acceptDue: one.accept_due,
      caseId: one.case_id,
    })),
    present: presence.filter((one) => one.accountId !== call.actor.id).map(({ reportId: _of, ...one }) => one),
    mayPropose: mayPropose(call, report.status, relative),
    mayReview: mayReview(call, report.status, relative, proposal?.proposal.proposed_by ?? null),
    version: report.version,
  });
}

type May = DeskReport['mayPropose'];
const no = (code: string, zh: string, en: string): May => ({ allowed: false, why: { code, label: { zh, en } } });
const yes: May = { allowed: true, why: null };
const relativeNo = no('relative', '您與這個家庭有親屬關係或已聲明迴避', 'You are of the family or have withdrawn');

function grants(call: Call, action: 'report.screen' | 'report.review', purpose: Purpose): boolean {
  return decide(call.actor, action, purpose, null, call.now).allow;
}

function mayPropose(call: Call, status: string, relative: boolean): May {
  if (!grants(call, 'report.screen', 'screening')) return no('noGrant', '您的職務不含篩案', 'Your role does not screen');
  if (!open.includes(status)) return no('decided', '已有擬辦或已決定', 'Proposed or decided already');
  return relative ? relativeNo : yes;
}

function mayReview(call: Call, status: string, relative: boolean, proposer: string | null): May {
  if (!grants(call, 'report.review', 'review')) return no('noGrant', '您的職務不含複核', 'Your role does not review');
  if (status !== 'proposed' || proposer === null) return no('noProposal', '沒有待複核的擬辦', 'No proposal waits for review');
  if (proposer === call.actor.id) return no('ownProposal', '同一人不得複核', 'Nobody reviews the own proposal');
  return relative ? relativeNo : yes;
}

function reasonsOfBand(call: Call, county: string, stored: unknown): DeskReport['bandReasons'] {
  const ids = Array.isArray(stored) ? stored.filter((one): one is string => typeof one === 'string') : [];
  return ids.map((id) => ({ code: id, label: call.house.packs.bandReason(county, id) }));
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
