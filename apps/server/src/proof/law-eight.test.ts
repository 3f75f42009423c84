// House law 8 over every exit: canary values are planted as a victim's hidden address, phone, shelter, school and workplace, and looked for as every actor who may not
// know them, in every route, search, match reason, count, conflict, log, job, message and audit row. The victim's own worker, looking at the victim alone, finds them.
import { contract } from '@anwang/contract';
import { walkRoutes } from '@anwang/contract/route';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countyA, districtA } from '../testing/arrange.ts';
import type { Everyone } from '../testing/everyone.ts';
import { type Answer, startTestServer, type TestServer } from '../testing/test-server.ts';
import { arrangeTwoSides, canaries, learnedCanaries } from '../testing/two-sides.ts';

const planted = Object.values(canaries);
const learned = Object.values(learnedCanaries);
const values = [...planted, ...learned];

let server: TestServer;
let everyone: Everyone;
let victim = '';
let respondent = '';
let victimCase = '';
let respondentCase = '';
let reports: readonly string[] = [];
let contacts: Readonly<Record<string, string>> = {};

type Rows = { id: string; version: number; title: string }[];

beforeAll(async () => {
  server = await startTestServer();
  ({ everyone, victim, respondent, victimCase, respondentCase, reports, contacts } = await arrangeTwoSides(server));
}, 180_000);
afterAll(() => server?.close());

function clean(answer: Answer, where: string): void {
  for (const canary of values) expect(answer.text, where).not.toContain(canary);
}

/** Everybody but those on the victim's side. */
const others = (): string[] =>
  Object.keys(everyone.seats).filter(
    (name) => !['a.dvsa', 'a.dvsaworker'].includes(name) && (name.startsWith('a.') || ['b.screener', 'b.steward'].includes(name)),
  );

describe('the victim’s own worker', () => {
  test('finds every hidden contact, looking at the victim alone', async () => {
    const worker = await server.as(everyone.seats['a.dvsaworker']!);
    const file = await worker('GET', `/api/people/${victim}`);
    expect(file.status, file.text).toBe(200);
    expect((file.body.contacts as unknown as { protected: boolean }[]).filter((one) => one.protected)).toHaveLength(
      // What was taken back is no contact any more.
      values.length - 1,
    );
    for (const [kind, value] of Object.entries(canaries)) {
      const opened = await worker('POST', `/api/people/${victim}/reveal`, { kind: 'contact', id: contacts[kind], reason: '確認安全計畫' });
      expect(opened.body, opened.text).toEqual({ value });
    }
  });

  test('finds what the desk learned among them, and nothing of what was taken back', async () => {
    const worker = await server.as(everyone.seats['a.dvsaworker']!);
    const { contacts: all } = (await worker('GET', `/api/people/${victim}`)).body as unknown as { contacts: { id: string }[] };
    const opened = await Promise.all(
      all.map(
        async ({ id }) =>
          (await worker('POST', `/api/people/${victim}/reveal`, { kind: 'contact', id, reason: '確認安全計畫' })).body.value,
      ),
    );
    expect([...opened].sort()).toEqual([...values].filter((value) => value !== learnedCanaries.takenBack).sort());
  });

  test('has none of them in a view that shows the other side', async () => {
    for (const name of ['a.dvsa', 'a.dvsaworker']) {
      const ask = await server.as(everyone.seats[name]!);
      for (const path of [
        `/people/${victim}/family`,
        `/people/${respondent}/family`,
        `/cases/${victimCase}`,
        `/cases/${victimCase}/family`,
        `/cases/${victimCase}/timeline`,
        '/cases',
        '/worklist',
      ])
        clean(await ask('GET', `/api${path}`), `${name} ${path}`);
    }
  });
});

describe('everybody else', () => {
  test('gets them from no route that reads', async () => {
    // A figure, a programme and an instrument are asked for by names that exist: a 404 would prove nothing.
    const known: Record<string, string> = {
      measureId: 'dispatch-24h',
      programme: 'intimate-partner-violence',
      instrument: 'vf-vulnerability',
    };
    const reading = walkRoutes(contract).filter((one) => one.method === 'GET');
    for (const name of others()) {
      const ask = await server.as(everyone.seats[name]!);
      for (const one of reading)
        for (const ids of (one.path.includes('{') ? [0, 1] : [0]).map(
          (at) =>
            [
              { personId: victim, caseId: victimCase, reportId: reports[0] },
              { personId: respondent, caseId: respondentCase, reportId: reports[1] },
            ][at] as Record<string, string>,
        )) {
          const path = one.path.replace(/\{([^}]+)\}/g, (_, field: string) => ids[field] ?? known[field] ?? victim);
          clean(await ask('GET', `/api${path}${one.name === 'reference.why' ? `?kind=person&id=${victim}` : ''}`), `${name} ${one.name}`);
        }
    }
  });

  test('cannot open them one by one from the other side', async () => {
    for (const name of [
      'a.worker',
      'a.supervisor',
      'a.other',
      'a.otherworker',
      'a.partner',
      'b.screener',
      'b.steward',
      'a.hotline',
      'a.auditor',
      'a.admin',
      'a.analyst',
    ]) {
      const ask = await server.as(everyone.seats[name]!);
      for (const id of Object.values(contacts)) {
        const answer = await ask('POST', `/api/people/${victim}/reveal`, { kind: 'contact', id, reason: '想要知道地址' });
        expect([403, 404], `${name}: ${answer.text}`).toContain(answer.status);
        clean(answer, name);
      }
    }
  });

  test('finds nobody by them', async () => {
    for (const name of others()) {
      const ask = await server.as(everyone.seats[name]!);
      for (const canary of values) {
        const answer = await ask('POST', '/api/people/search', { text: canary });
        if (answer.status === 200) expect(answer.body.rows, `${name} ${canary}`).toEqual([]);
        expect(answer.text).not.toContain(victim);
      }
    }
  });

  test('learns nothing from a report that guesses them: no reason, weight or count rests on a hidden fact', async () => {
    const guess = (persons: object[]) =>
      server.nobody('POST', '/api/reports', {
        county: countyA,
        district: districtA,
        narrative: '試探',
        grounds: ['family-adversity'],
        persons,
      });
    await guess([{ role: 'subject', name: '安心語', phones: [canaries.phone], addresses: [canaries.residenceAddress] }]);
    await guess([{ role: 'subject', name: '安心語', phones: ['0900000001'], addresses: ['沒有這條路一號'] }]);
    const screener = await server.as(everyone.seats['a.screener']!);
    const rows = ((await screener('GET', '/api/screening/queue')).body.rows as unknown as Rows)
      .sort((a, b) => a.id.localeCompare(b.id))
      .slice(-2);
    const seen = await Promise.all(
      rows.map(async (row) => {
        const family = await screener('GET', `/api/screening/reports/${row.id}/family`);
        expect(family.status, family.text).toBe(200);
        return (family.body.candidates as unknown as { personId: string; weight: number; reasons: { code: string }[] }[]).filter(
          (one) => one.personId === victim,
        );
      }),
    );
    const [right, wrong] = seen.map((list) =>
      list.map((one) => ({
        weight: one.weight,
        reasons: one.reasons
          .map((reason) => reason.code)
          .filter((code) => !/\.(different|missing)$/.test(code))
          .sort(),
      })),
    );
    expect(right).toEqual(wrong);
  });

  test('a conflict shows both sides without them', async () => {
    const supervisor = await server.as(everyone.seats['a.supervisor']!);
    const answer = await supervisor('POST', `/api/cases/${respondentCase}/act`, { version: 0, command: { type: 'addNote', note: '紀錄' } });
    clean(answer, 'conflict');
  });
});

test('no log, audit row, job, message or kept answer holds them', async () => {
  const owner = await server.database.owner();
  const tables = [
    'audit.entry',
    'system.outbox',
    'system.idempotency',
    'graphile_worker._private_jobs',
    'system.later_job',
    'casework.event',
    'casework."case"',
    'intake.report',
    'intake.hit',
    'people.link',
    'people.search_key',
    'intake.learned_fact',
  ];
  for (const table of tables) {
    const text = await owner.query<{ text: string | null }>(`select string_agg(t::text, ' ') as text from ${table} t`);
    for (const canary of values) expect(text.rows[0]?.text ?? '', table).not.toContain(canary);
  }
  for (const canary of values) expect(server.log.join('\n')).not.toContain(canary);
});
