// The narrative proposes, a person decides: nothing is a fact before it is confirmed; confirmed it moves band and clock by the rules; rejected it is none again.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aReport, type DeskWorld, startDesk } from '../testing/desk-world.ts';

let world: DeskWorld;
beforeAll(async () => {
  world = await startDesk();
}, 120_000);
afterAll(() => world?.close());

type Finding = {
  set: string;
  code: string;
  state: string;
  fact: boolean;
  negated: boolean;
  places: { start: number; end: number }[];
  by: string | null;
};
type Desk = {
  id: string;
  version: number;
  band: string;
  narrative: string;
  findings: Finding[];
  grounds: { code: string }[];
  evidence: { kind: string; start: number; end: number }[];
};

const read = async (id: string, name = 'screener'): Promise<Desk> => {
  const answer = await (await world.as(name))('GET', `/api/screening/reports/${id}`);
  expect(answer.status, answer.text).toBe(200);
  return answer.body as unknown as Desk;
};
const of = (desk: Desk, code: string) => desk.findings.find((one) => one.code === code);
const quote = (desk: Desk, at: { start: number; end: number }) => [...desk.narrative].slice(at.start, at.end).join('');

async function reported(narrative: string, grounds: string[] = []): Promise<Desk> {
  const sent = await world.server.nobody('POST', '/api/reports', aReport({ narrative, grounds }));
  expect(sent.status, sent.text).toBe(200);
  const rows = (await (await world.as('screener'))('GET', '/api/screening/queue')).body.rows as unknown as { id: string }[];
  return read(
    rows
      .map((row) => row.id)
      .sort()
      .at(-1)!,
  );
}

test('findings come with the words that speak of them, and change nothing by themselves', async () => {
  const desk = await reported('𠮷老師說，孩子手上有瘀青，爸爸揚言大家一起死。陳小宇不敢回家。', ['family-adversity']);
  const injury = of(desk, 'child-injury');
  expect(injury).toMatchObject({ set: 'grounds', state: 'proposed', fact: false, negated: false });
  expect(injury?.places.map((at) => quote(desk, at))).toEqual(['瘀青']);
  expect(of(desk, 'child-suicide-carer')).toMatchObject({ state: 'proposed' });
  expect(
    desk.evidence.some((at) => at.kind === 'person' && quote(desk, at) === '陳小宇'),
    'the reported name is found',
  ).toBe(true);
  expect(desk.grounds.map((one) => one.code)).toEqual(['family-adversity']);
  expect(desk.band).not.toBe('extreme');
});

test('a confirmed finding is a fact that the rules read; a rejected one is none again; both are on record with their author', async () => {
  const desk = await reported('孩子手上有瘀青，爸爸揚言大家一起死。', ['family-adversity']);
  const screener = await world.as('screener');
  const decide = async (version: number, code: string, decision: string, set = 'grounds') =>
    screener('POST', `/api/screening/reports/${desk.id}/evidence`, { version, set, code, decision });
  const confirmed = await decide(desk.version, 'child-suicide-carer', 'confirmed');
  expect(confirmed.body, confirmed.text).toMatchObject({ band: 'extreme', bandSource: 'rule' });
  const after = await read(desk.id);
  expect(of(after, 'child-suicide-carer')).toMatchObject({ state: 'confirmed', fact: true, by: expect.stringContaining('screener') });
  expect(after.grounds.map((one) => one.code)).toEqual(['family-adversity', 'child-suicide-carer']);
  const stale = await decide(desk.version, 'child-injury', 'confirmed');
  expect(stale.body).toMatchObject({ code: 'versionConflict' });
  const rejected = await decide(after.version, 'child-suicide-carer', 'rejected');
  expect(rejected.body, rejected.text).toMatchObject({ bandSource: 'rule' });
  const last = await read(desk.id);
  expect(of(last, 'child-suicide-carer')).toMatchObject({ state: 'rejected', fact: false });
  expect(last.grounds.map((one) => one.code)).toEqual(['family-adversity']);
  expect(last.band).not.toBe('extreme');
  const owner = await world.server.database.owner();
  const kept = await owner.query('select decision from intake.evidence_decision where report_id = $1 order by decided_at', [desk.id]);
  expect(kept.rows).toEqual([{ decision: 'confirmed' }, { decision: 'rejected' }]);
});

test('what is denied is marked as denied; what the reporter ticked says so; what the text does not propose cannot be decided here', async () => {
  const desk = await reported('目前無立即危險。孩子手上有瘀青。', ['child-injury']);
  expect(of(desk, 'yes')).toMatchObject({ set: 'immediateDanger', negated: true, state: 'proposed' });
  expect(of(desk, 'child-injury')).toMatchObject({ state: 'reported', fact: true });
  const screener = await world.as('screener');
  const body = { version: desk.version, set: 'grounds', code: 'ipv-weapon', decision: 'confirmed' };
  expect((await screener('POST', `/api/screening/reports/${desk.id}/evidence`, body)).body).toMatchObject({ code: 'invalidInput' });
  const reviewer = await world.as('reviewer');
  expect((await reviewer('POST', `/api/screening/reports/${desk.id}/evidence`, { ...body, code: 'child-injury' })).status).toBe(403);
  expect((await (await world.as('foreign'))('POST', `/api/screening/reports/${desk.id}/evidence`, body)).status).toBe(404);
});
