// What is written in a case is read by who may read it. Every kind of free words gets a canary of its own; whoever has a share of some parts finds in no reply body a
// word of another part, whichever parts were drawn; whoever has none finds nothing, also not from the other side (house law 8). Who holds the case finds them all.
import { contract } from '@anwang/contract';
import { walkRoutes } from '@anwang/contract/route';
import { shareParts } from '@anwang/core/cases';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportAnswers } from '../testing/answers.ts';
import { assess, caseHouse, now, visit } from '../testing/case-house.ts';
import type { Ask } from '../testing/test-server.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { arrangeTwoSides, type TwoSides } from '../testing/two-sides.ts';

/** Every address that is read, for each of its purposes. A figure and a programme are asked for by names that exist. */
function addresses(ids: Record<string, string>): { path: string; purpose: string }[] {
  const known: Record<string, string> = {
    measureId: 'dispatch-24h',
    programme: 'vulnerable-family',
    instrument: 'vf-vulnerability',
    ...ids,
  };
  return walkRoutes(contract)
    .filter((one) => one.method === 'GET' && one.meta.access !== 'public')
    .flatMap((one) => {
      const path = one.path.replace(/\{([^}]+)\}/g, (_, name: string) => known[name] ?? 'none');
      return one.meta.purpose.map((purpose) => ({ path: `/api${path}${one.name === 'cases.timeline' ? '?limit=200' : ''}`, purpose }));
    });
}

/** All bodies that an account gets for the case: what is read, what is searched, and what a refused write answers. */
async function bodiesOf(ask: Ask, ids: Record<string, string>, words: readonly string[]): Promise<string> {
  const read = addresses(ids).map(async ({ path, purpose }) => {
    const answer = await ask('GET', path, undefined, { purpose });
    expect(answer.status, `${path} ${answer.text}`).toBeLessThan(500);
    return answer.text;
  });
  const searched = words.flatMap((text) =>
    ['casework', 'supervision', 'screening'].map(async (purpose) => {
      const answer = await ask('POST', '/api/people/search', { text }, { purpose });
      // Nobody is found by what was noted of them. (The question itself does not come back.)
      if (answer.status === 200) expect(answer.body.rows, text).toEqual([]);
      return answer.text;
    }),
  );
  const written = ['casework', 'network'].map(async (purpose) => {
    const command = { type: 'addNote', note: '試' };
    return (await ask('POST', `/api/cases/${ids.caseId}/act`, { version: 0, command }, { purpose })).text;
  });
  return (await Promise.all([...read, ...searched, ...written])).join('\n');
}

describe('a case of which parts are shared', () => {
  const { aCase, act, as, done, house } = caseHouse();
  /** Each word with the parts that hold it; none: it is for those who have the whole case. */
  const words: Readonly<Record<string, readonly string[]>> = {
    聯繫金絲雀: ['timeline'],
    訪視金絲雀: ['timeline'],
    地點金絲雀: ['timeline'],
    紀錄金絲雀: ['timeline'],
    風險金絲雀: ['timeline'],
    安全金絲雀: [],
    排訪金絲雀: [],
    約處金絲雀: [],
    開案金絲雀: ['timeline'],
    診斷金絲雀: ['timeline'],
    計畫金絲雀: ['timeline', 'plan'],
    目標金絲雀: ['timeline', 'plan'],
    達成金絲雀: ['timeline', 'plan'],
    檢視金絲雀: ['timeline', 'plan'],
    服務金絲雀: ['timeline', 'services'],
    提供者金絲雀: ['timeline', 'services'],
    評估金絲雀: ['assessments'],
    覆寫金絲雀: ['assessments'],
    轉介金絲雀: [],
    檔名金絲雀: [],
  };
  let ids: Record<string, string> = {};

  beforeAll(async () => {
    const one = await aCase('密封件');
    const contact = { ...visit(), type: 'recordContact', method: 'phone', note: '聯繫金絲雀' };
    await done('worker', one, contact);
    await done('worker', one, { ...visit(), note: '訪視金絲雀', place: '地點金絲雀' });
    await done('worker', one, { ...assess('pre', '1'), note: '評估金絲雀', override: { band: 'medium', reason: '覆寫金絲雀' } });
    await done('worker', one, {
      type: 'planVisit',
      kind: 'visit',
      at: new Date(Date.now() + 86_400_000).toISOString(),
      method: 'homeVisit',
      place: '約處金絲雀',
      safety: '安全金絲雀',
      note: '排訪金絲雀',
    });
    await done('worker', one, { type: 'addNote', note: '紀錄金絲雀' });
    await done('worker', one, { type: 'raiseRisk', band: 'medium', reason: '風險金絲雀' });
    await done('worker', one, {
      type: 'proposeOpening',
      decision: 'open',
      reason: 'severalNeeds',
      summary: '開案金絲雀',
      answers: { ...reportAnswers, diagnosis: '診斷金絲雀' },
    });
    await done('supervisor', one, { type: 'decideOpening', decision: 'approved' });
    await done('worker', one, { type: 'draftPlan', summary: '計畫金絲雀', reviewOn: null });
    await done('worker', one, { type: 'setGoal', need: 'economy', goal: '目標金絲雀', measureOfSuccess: '達成金絲雀' });
    const held = await (await as('worker'))('GET', `/api/cases/${one.id}`);
    const [goal] = held.body.goals as unknown as { id: string }[];
    await done('worker', one, { type: 'reviewGoal', goalId: goal!.id, status: 'active', note: '檢視金絲雀' });
    const service = { type: 'recordService', service: 'livingAllowance', happenedAt: now(), goalId: goal!.id };
    await done('worker', one, { ...service, provider: '提供者金絲雀', note: '服務金絲雀' });
    // To a unit that is not the one with which parts are shared.
    const { rows } = await (await house().server.database.owner()).query<{ id: string }>(
      `select id from org.unit where name_zh = '乙中心'`,
    );
    await done('worker', one, { type: 'sendReferral', toUnitId: rows[0]!.id, need: 'school', fields: ['needs'], message: '轉介金絲雀' });
    const { server, seats } = house();
    const file = await server.app.inject({
      method: 'POST',
      url: `/api/files?ownerKind=case&ownerId=${one.id}&name=${encodeURIComponent('檔名金絲雀.txt')}`,
      headers: {
        cookie: server.cookieOf(seats.worker!),
        'idempotency-key': 'sealed-file-1',
        'content-type': 'application/octet-stream',
        purpose: 'casework',
      },
      payload: Buffer.from('檔名金絲雀'),
    });
    expect(file.statusCode, file.body).toBe(200);
    await done('worker', one, { type: 'attachFile', fileId: file.json().id, title: null });
    const [person] = held.body.members as unknown as { personId: string }[];
    const sent = (await (await as('elsewhere'))('GET', '/api/referrals')).body.rows as unknown as { id: string }[];
    ids = { caseId: one.id, personId: person!.personId, fileId: file.json().id, referralId: sent[0]!.id };
    await as('partner');
  }, 60_000);

  test('tells its worker every word', async () => {
    const told = await bodiesOf(await as('worker'), ids, []);
    expect(Object.keys(words).filter((word) => !told.includes(word))).toEqual([]);
  });

  test('tells whoever holds no share of it none', async () => {
    for (const name of ['partner', 'elsewhere', 'foreign', 'screener', 'reviewer', 'worker2', 'protector', 'protection']) {
      const told = await bodiesOf(await as(name), ids, Object.keys(words));
      // The unit to which it was referred has what was sent to it.
      const own = name === 'elsewhere' ? ['轉介金絲雀'] : [];
      expect({ name, told: Object.keys(words).filter((word) => told.includes(word)) }).toEqual({ name, told: own });
    }
  }, 60_000);

  test('tells a partner the words of the shared parts, and no other', async () => {
    const owner = await house().server.database.owner();
    const ask = await as('partner');
    const share = async (parts: readonly string[]) => {
      await owner.query('delete from casework.share where case_id = $1', [ids.caseId]);
      await owner.query(
        `insert into casework.share (case_id, county, to_unit, parts, purpose, legal_basis, granted_by, since, until)
         select id, county, $2, $3, 'network', 'b', lead_id, now() - interval '1 hour', now() + interval '1 day' from casework."case" where id = $1`,
        [ids.caseId, house().school, parts],
      );
    };
    const drawn = fc.subarray(Object.keys(shareParts), { minLength: 1 });
    const single = Object.keys(shareParts).map((part): [string[]] => [[part]]);
    await fc.assert(
      fc.asyncProperty(drawn, async (parts) => {
        await share(parts);
        const told = await bodiesOf(ask, ids, []);
        const wrong = Object.entries(words).filter(([word, held]) => told.includes(word) !== held.some((part) => parts.includes(part)));
        expect(
          wrong.map(([word]) => word),
          parts.join(),
        ).toEqual([]);
        const shown = await ask('GET', `/api/cases/${ids.caseId}`, undefined, { purpose: 'network' });
        expect([...(shown.body.parts as unknown as string[])].sort(), shown.text).toEqual([...parts].sort());
      }),
      { numRuns: 14, examples: single, endOnFailure: true },
    );
  }, 120_000);

  test('tells nothing once the share has ended', async () => {
    const owner = await house().server.database.owner();
    await owner.query('update casework.share set ended_at = now() where case_id = $1', [ids.caseId]);
    const told = await bodiesOf(await as('partner'), ids, []);
    expect(Object.keys(words).filter((word) => told.includes(word))).toEqual([]);
    expect((await act('partner', { id: ids.caseId!, version: 0 }, { type: 'addNote', note: '試' }, { purpose: 'network' })).status).toBe(
      404,
    );
  });
});

describe('the case of a victim', () => {
  let server: TestServer;
  let sides: TwoSides;
  const words = ['金絲雀聯繫紀錄', '金絲雀訪視紀錄', '金絲雀訪視地點', '金絲雀紀錄', '金絲雀風險理由'];
  beforeAll(async () => {
    server = await startTestServer();
    sides = await arrangeTwoSides(server);
    const worker = await server.as(sides.everyone.seats['a.dvsaworker']!);
    const note = async (command: object) => {
      const { version } = (await worker('GET', `/api/cases/${sides.victimCase}`)).body;
      const answer = await worker('POST', `/api/cases/${sides.victimCase}/act`, { version, command });
      expect(answer.status, answer.text).toBe(200);
    };
    await note({ ...visit(), type: 'recordContact', method: 'phone', note: words[0] });
    await note({ ...visit(), note: words[1], place: words[2] });
    await note({ type: 'addNote', note: words[3] });
    await note({ type: 'raiseRisk', band: 'extreme', reason: words[4] });
  }, 180_000);
  afterAll(() => server?.close());

  test('tells its own side every word, and the other side and everybody else none', async () => {
    const told = async (name: string, caseId: string, personId: string) => {
      const searched = caseId === sides.victimCase ? words : [];
      return bodiesOf(await server.as(sides.everyone.seats[name]!), { caseId, personId, reportId: sides.reports[0]! }, searched);
    };
    for (const name of ['a.dvsaworker', 'a.dvsa']) {
      const all = await told(name, sides.victimCase, sides.victim);
      expect({ name, missing: words.filter((word) => !all.includes(word)) }).toEqual({ name, missing: [] });
    }
    for (const name of Object.keys(sides.everyone.seats).filter((one) => !['a.dvsaworker', 'a.dvsa'].includes(one)))
      for (const [caseId, personId] of [
        [sides.victimCase, sides.victim],
        [sides.respondentCase, sides.respondent],
      ] as const) {
        const all = await told(name, caseId, personId);
        expect({ name, told: words.filter((word) => all.includes(word)) }).toEqual({ name, told: [] });
      }
  }, 120_000);
});
