// The desk: queue, one report, family picture, presence, corrections, the proposal, opening what is closed.

import { fail, ok } from '@anwang/core/lang';
import { dateIn, startOfDay } from '@anwang/core/time';
import { attend, countQueue, leave, listQueue, markAdditionsRead, readReportRow, waitingStates } from '@anwang/store/intake';
import { queueView } from '../../desk/queue-view.ts';
import { readDeskReport } from '../../desk/read-desk-report.ts';
import { unitChoices } from '../../desk/unit-choices.ts';
import { momentCursor } from '../../http/cursor.ts';
import type { Handlers } from '../../http/handlers.ts';
import { within } from '../../http/within.ts';
import { assess } from './assess.ts';
import { decideFinding } from './evidence.ts';
import { earlierReports, reportFamily } from './family.ts';
import { findWaiting } from './find.ts';
import { learn, unlearn } from './learn.ts';
import { openFlag } from './open-flag.ts';
import { openReporterOf } from './open-reporter.ts';
import { propose } from './propose.ts';

export const screening: Handlers<'screening'> = {
  queue: within(async (input, tx, call) => {
    const { rows, next } = await listQueue(tx, {
      states: input.waitsFor ? waitingStates[input.waitsFor] : [],
      limit: input.limit,
      ...momentCursor(input.cursor),
      ...(input.band ? { band: input.band } : {}),
      ...(input.overdue ? { overdueAt: call.now } : {}),
    });
    return ok({ rows: rows.map(queueView), next });
  }),
  counts: within(async (_input, tx, call) => {
    const { zone } = call.house.time();
    return ok(await countQueue(tx, call.now, startOfDay(zone, dateIn(zone, call.now))));
  }),
  find: within(findWaiting),
  report: within((input, tx, call) => readDeskReport(tx, call, input.reportId)),
  family: within(reportFamily),
  earlier: within(earlierReports),
  units: within(async ({ reportId, programme }, tx) => {
    const report = await readReportRow(tx, reportId);
    if (!report) return fail({ code: 'notFound', kind: 'report', id: reportId });
    return ok({ units: await unitChoices(tx, report.county, report.district, programme) });
  }),
  attend: within(async (input, tx) => {
    const others = await attend(tx, input.reportId, input.doing);
    return others === null ? fail({ code: 'notFound', kind: 'report', id: input.reportId }) : ok({ others });
  }),
  leave: within(async (input, tx) => {
    if (!(await readReportRow(tx, input.reportId))) return fail({ code: 'notFound', kind: 'report', id: input.reportId });
    await leave(tx, input.reportId);
    return ok({ ok: true });
  }),
  assess: within(assess),
  evidence: within(decideFinding),
  learn,
  unlearn,
  propose: within(propose),
  openReporter: within(openReporterOf),
  openFlag: within(openFlag),
  readAdditions: within(async (input, tx) => {
    const report = await readReportRow(tx, input.reportId);
    if (!report) return fail({ code: 'notFound', kind: 'report', id: input.reportId });
    await markAdditionsRead(tx, report.id);
    return ok({ id: report.id, version: report.version });
  }),
};
