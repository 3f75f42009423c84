// Withdrawing from the own family's reports and cases (迴避), and who may lift it.
import { type RecusalGround, recusalGrounds } from '@anwang/core/access';
import { parseNationalId } from '@anwang/core/identity';
import { fail, ok } from '@anwang/core/lang';
import {
  declareRecusal,
  giveOwnNumber,
  liftRecusal,
  ownRecusals,
  type Recusal,
  readOwnNumber,
  recusalsOfOthers,
  takeOwnNumber,
} from '@anwang/store/access';
import { findCase } from '@anwang/store/casework';
import { readReportRow } from '@anwang/store/intake';
import type { Handlers } from '../../http/handlers.ts';
import { pageOf, readParts } from '../../http/list-cursor.ts';
import { within } from '../../http/within.ts';

function groundView(ground: RecusalGround) {
  const { label, law } = recusalGrounds[ground];
  return { code: ground, label: { zh: `${label.zh}（${law}）`, en: `${label.en} (${law})` } };
}

function view({ id, kind, targetId, number, ground, declaredAt }: Recusal) {
  return { id, kind, targetId, number, ground: groundView(ground), declaredAt };
}

export const recusals: Handlers<'recusals'> = {
  fromReport: within(async (input, tx) => {
    const report = await readReportRow(tx, input.reportId);
    if (!report) return fail({ code: 'notFound', kind: 'report', id: input.reportId });
    await declareRecusal(tx, { kind: 'report', id: report.id, number: report.number, county: report.county }, input.ground);
    return ok({ ok: true });
  }),
  fromCase: within(async (input, tx) => {
    const one = await findCase(tx, input.caseId);
    if (!one) return fail({ code: 'notFound', kind: 'case', id: input.caseId });
    await declareRecusal(tx, { kind: 'case', id: one.id, number: one.number, county: one.county }, input.ground);
    return ok({ ok: true });
  }),
  own: within(async (_input, tx) => ok({ number: await readOwnNumber(tx), rows: (await ownRecusals(tx)).map(view) })),
  giveNumber: within(async (input, tx) => {
    const number = parseNationalId(input.nationalId);
    if (!number.ok) return fail(number.problem);
    await giveOwnNumber(tx, number.value);
    return ok({ ok: true });
  }),
  takeNumber: within(async (_input, tx) =>
    (await takeOwnNumber(tx)) ? ok({ ok: true }) : fail({ code: 'notFound', kind: 'number', id: null }),
  ),
  list: within(async (input, tx) => {
    const [after] = readParts(input.cursor, 1) ?? [];
    const rows = await recusalsOfOthers(tx, after, input.limit + 1);
    const views = rows.map((row) => ({ ...view(row), accountId: row.accountId, accountName: row.accountName }));
    return ok(pageOf(views, input.limit, (row) => row.id));
  }),
  lift: within(async (input, tx) =>
    (await liftRecusal(tx, input.recusalId, input.why))
      ? ok({ ok: true })
      : fail({ code: 'notFound', kind: 'recusal', id: input.recusalId }),
  ),
};
