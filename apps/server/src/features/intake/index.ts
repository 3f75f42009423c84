// Reports coming in: the public page, the hotline desk, receipts, additions.
import type { InputOf, OutputOf } from '@anwang/contract';
import { fail, ok, type Result } from '@anwang/core/lang';
import { deskDue, triage } from '@anwang/core/screening';
import { addAddition, changeBand, readReportPersons, readReportRow } from '@anwang/store/intake';
import type { Tx } from '@anwang/store/session';
import { bandIsHigher } from '../../desk/bands.ts';
import { givenReport } from '../../desk/given-report.ts';
import { matchFiled } from '../../desk/match-filed.ts';
import { factsOf, unmatched } from '../../desk/report-facts.ts';
import { asBand } from '../../desk/words-of-rows.ts';
import type { Call } from '../../http/call.ts';
import type { Handlers } from '../../http/handlers.ts';
import { insideFirst, within } from '../../http/within.ts';
import { readForm } from './form.ts';
import { addWords, attachFile, receiptStatus } from './receipts.ts';
import { receiptOf, type Taken, takeReport, withoutCode } from './take-report.ts';
import { taken } from './taken.ts';

/** Files, then matches in the same request; a repeated key answers without doing either again. */
async function fileAndMatch<T extends { code: string }>(
  call: Call,
  work: (tx: Tx) => Promise<Result<Taken>>,
  reply: (one: Taken) => T,
): Promise<Result<T>> {
  let filed: string | null = null;
  const result = await call.within(async (tx) => {
    const taken = await work(tx);
    if (!taken.ok) return taken;
    filed = taken.value.filed.id;
    return ok(reply(taken.value));
  }, withoutCode<T>(call));
  // The report is in, whatever becomes of the matching: a failure is told, and the job that was asked for does it again.
  if (result.ok && filed !== null)
    await matchFiled(call.house, filed, call.route).catch((error: unknown) => call.house.tell('intake.match', error));
  return result;
}

/** New evidence given to an officer: kept, and the rules read again; they may raise, never lower. */
async function add(input: InputOf<'intake', 'add'>, tx: Tx, call: Call): Promise<Result<OutputOf<'intake', 'add'>>> {
  const { house } = call;
  const report = await readReportRow(tx, input.reportId);
  if (!report) return fail({ code: 'notFound', kind: 'report', id: input.reportId });
  const unknown = input.grounds.flatMap((code, at) =>
    house.packs.has('grounds', code) ? [] : [{ path: `grounds.${at}`, reason: 'notInValueSet:grounds' }],
  );
  if (unknown.length > 0) return fail({ code: 'invalidInput', fields: unknown });
  const given = givenReport(report, await readReportPersons(tx, report.id));
  const more = {
    ...given,
    grounds: [...new Set([...given.grounds, ...input.grounds])],
    immediateDanger: input.immediateDanger ? ('yes' as const) : given.immediateDanger,
  };
  const desk = house.packs.desk(report.county);
  const suggestion = triage(desk, factsOf(more, { ...unmatched, priorReports: report.prior_reports }), {
    now: call.now,
    zone: house.time().zone,
  });
  const waits = ['received', 'screening', 'proposed', 'returned'].includes(report.status);
  const raised = waits && bandIsHigher(suggestion.band, report.band);
  const id = await addAddition(tx, {
    reportId: report.id,
    county: report.county,
    subjectId: report.subject_id,
    origin: 'desk',
    text: input.text,
    at: call.now,
    raisedBand: raised ? suggestion.band : null,
  });
  if (input.grounds.length > 0) await tx.updateTable('intake.report').set({ grounds: more.grounds }).where('id', '=', report.id).execute();
  if (raised)
    await changeBand(tx, {
      reportId: report.id,
      county: report.county,
      band: suggestion.band,
      source: 'rule',
      reasons: suggestion.rules.map((rule) => rule.id),
      triageDue: deskDue(desk, report.received_at, suggestion.band, house.time()).triageDue,
      at: call.now,
    });
  return ok({ id, at: call.now, band: raised ? suggestion.band : asBand(report.band), raised });
}

export const intake: Handlers<'intake'> = {
  form: within((_input, tx, call) => readForm(tx, call)),
  report: (input, call) =>
    fileAndMatch(call, (tx) => takeReport(tx, call, { ...input, channel: 'ecare', reportType: 'initial' }), receiptOf),
  deskReport: insideFirst((input, call) =>
    fileAndMatch(
      call,
      (tx) => takeReport(tx, call, input),
      (taken) => ({ ...receiptOf(taken), reportId: taken.filed.id, band: taken.band }),
    ),
  ),
  taken: within(taken),
  receiptStatus,
  addByReceipt: addWords,
  attachByReceipt: attachFile,
  add: within(add),
  counties: within(async (input, tx) => {
    const county = await tx.selectFrom('org.county').select(['id', 'name_zh', 'name_en']).where('id', '=', input.county).executeTakeFirst();
    if (!county) return fail({ code: 'notFound', kind: 'county', id: input.county });
    const desk = await tx
      .selectFrom('org.unit')
      .select(['name_zh', 'name_en'])
      .where('county', '=', county.id)
      .where('kind', '=', 'desk')
      .where('active', '=', true)
      .limit(1)
      .executeTakeFirst();
    return ok({
      id: county.id,
      name: { zh: county.name_zh, en: county.name_en },
      desk: desk ? { zh: desk.name_zh, en: desk.name_en } : null,
    });
  }),
};
