// A report that goes no further by itself reaches whoever has what it rests on: told in service, it comes to the unit of that case; told before, to those who
// have what came of the first report. Nothing of it is a word only.
import { expect, test } from 'vitest';
import { countyA, districtA } from '../testing/arrange.ts';
import { caseHouse } from '../testing/case-house.ts';

const { aCase, as, house } = caseHouse();

type Row = { id: string; title: string | null; version: number };
type Sent = Row & { toldAs: string | null; reportId: string; status: string };
const born = { birthDate: '0800102' };

/** Files a report and gives its row of the queue. */
async function filed(name: string, more: object = {}): Promise<Row> {
  const sent = await house().server.nobody('POST', '/api/reports', {
    county: countyA,
    district: districtA,
    reporterKind: 'education',
    narrative: '又聽到樓上摔東西',
    grounds: ['family-adversity'],
    persons: [{ role: 'subject', name, ...born }],
    ...more,
  });
  expect(sent.status, sent.text).toBe(200);
  const rows = (await (await as('screener'))('GET', '/api/screening/queue?limit=200')).body.rows as unknown as Row[];
  return rows.findLast((row) => row.title === name)!;
}

const propose = async (row: Row, decision: object) =>
  (await as('screener'))('POST', `/api/screening/reports/${row.id}/propose`, {
    version: row.version,
    band: 'high',
    differsReason: '電話查證',
    ...decision,
  });

/** Proposes and has it confirmed by the second person. */
async function decided(row: Row, decision: object) {
  const proposed = await propose(row, decision);
  expect(proposed.status, proposed.text).toBe(200);
  expect(proposed.body.needsReview).toBe(true);
  const confirmed = await (await as('reviewer'))('POST', `/api/review/reports/${row.id}/decide`, {
    proposalId: proposed.body.proposalId,
    version: proposed.body.version,
    decision: 'confirmed',
  });
  expect(confirmed.status, confirmed.text).toBe(200);
  return confirmed.body as unknown as { dispatchIds: string[] };
}

const sentTo = async (who: string, reportId: string): Promise<Sent[]> =>
  ((await (await as(who))('GET', '/api/dispatch/inbox')).body.rows as unknown as Sent[]).filter((row) => row.reportId === reportId);
const faultOf = (answer: { body: Record<string, unknown> }) => (answer.body.fields as { path: string; reason: string }[])?.[0];

test('in service: the case is named, its unit gets the report and adds it to the case', async () => {
  const held = await aCase('言在案');
  const again = await filed('言在案');
  const decision = { outcome: 'informationOnly', reason: 'inService' };
  expect(faultOf(await propose(again, decision))).toEqual({ path: 'restsOn', reason: 'missing' });
  // A report is no case, and neither is an id of nothing.
  expect(faultOf(await propose(again, { ...decision, restsOn: again.id }))).toEqual({ path: 'restsOn', reason: 'notAllowed' });
  const { dispatchIds } = await decided(again, { ...decision, restsOn: held.id });
  expect(dispatchIds).toHaveLength(1);
  const [sent] = await sentTo('supervisor', again.id);
  expect(sent).toMatchObject({ id: dispatchIds[0], toldAs: 'case', status: 'sent' });
  expect((await (await as('supervisor'))('GET', `/api/dispatch/${sent!.id}`)).body.joins).toMatchObject({ caseId: held.id });
  const joined = await (await as('supervisor'))('POST', `/api/dispatch/${sent!.id}/accept`, {
    version: sent!.version,
    joinCaseId: held.id,
  });
  expect(joined.status, joined.text).toBe(200);
  expect(joined.body.caseId).toBe(held.id);
  const one = await (await as('worker'))('GET', `/api/cases/${held.id}`);
  expect((one.body.reports as unknown as { id: string }[]).map(({ id }) => id)).toContain(again.id);
});

test('a case that is closed, or of nobody here, serves no family', async () => {
  const row = await filed('言無案');
  const elsewhere = '00000000-0000-7000-8000-00000000dead';
  const decision = { outcome: 'informationOnly', reason: 'inService', restsOn: elsewhere };
  expect(faultOf(await propose(row, decision))).toEqual({ path: 'restsOn', reason: 'notAllowed' });
  const owner = await house().server.database.owner();
  const held = await aCase('言已結');
  await owner.query(`update casework."case" set status = 'closed' where id = $1`, [held.id]);
  expect(faultOf(await propose(row, { ...decision, restsOn: held.id }))).toEqual({ path: 'restsOn', reason: 'notAllowed' });
  // Other reasons rest on nothing.
  expect(faultOf(await propose(row, { outcome: 'informationOnly', reason: 'inquiryOnly', restsOn: held.id }))).toEqual({
    path: 'restsOn',
    reason: 'notAllowed',
  });
});

test('told before: both name each other, and what comes of the first gets the second', async () => {
  const held = await aCase('言重複');
  const owner = await house().server.database.owner();
  const { rows } = await owner.query<{ report_id: string }>('select report_id from casework.case_report where case_id = $1', [held.id]);
  const first = rows[0]!.report_id;
  const second = await filed('言重複');
  const decision = { outcome: 'notAccepted', reason: 'duplicate' };
  expect(faultOf(await propose(second, decision))).toEqual({ path: 'restsOn', reason: 'missing' });
  expect(faultOf(await propose(second, { ...decision, restsOn: second.id }))).toEqual({ path: 'restsOn', reason: 'notAllowed' });
  expect((await decided(second, { ...decision, restsOn: first })).dispatchIds).toHaveLength(1);
  expect(await sentTo('supervisor', second.id)).toMatchObject([{ toldAs: 'report', status: 'sent' }]);
  // A third that tells the second again tells the first again.
  const third = await filed('言重複');
  await decided(third, { ...decision, restsOn: second.id });
  const screener = await as('screener');
  const shown = await screener('GET', `/api/screening/reports/${first}`);
  expect((shown.body.repeats as unknown as { id: string }[]).map(({ id }) => id)).toEqual([second.id, third.id]);
  expect((await screener('GET', `/api/screening/reports/${third.id}`)).body.repeatOf).toMatchObject({ id: first });
});

test('of two that both wait the one repeats the other, and not the other way round', async () => {
  const one = await filed('言同時', { narrative: '第一位鄰居' });
  const two = await filed('言同時', { narrative: '第二位鄰居' });
  const decision = { outcome: 'notAccepted', reason: 'duplicate' };
  expect((await decided(two, { ...decision, restsOn: one.id })).dispatchIds).toEqual([]);
  expect(faultOf(await propose(one, { ...decision, restsOn: two.id }))).toEqual({ path: 'restsOn', reason: 'notAllowed' });
  // The first turns out to repeat a third: what repeated it repeats that.
  const three = await filed('言同時', { narrative: '第三位鄰居' });
  await decided(one, { ...decision, restsOn: three.id });
  const shown = await (await as('screener'))('GET', `/api/screening/reports/${three.id}`);
  expect((shown.body.repeats as unknown as { id: string }[]).map(({ id }) => id).sort()).toEqual([one.id, two.id].sort());
});
