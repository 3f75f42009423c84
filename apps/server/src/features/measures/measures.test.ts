import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countyA } from '../../testing/arrange.ts';
import { arrangeEveryone, type Everyone } from '../../testing/everyone.ts';
import { arrangeStory, type Story } from '../../testing/story.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
let everyone: Everyone;
let story: Story;
beforeAll(async () => {
  server = await startTestServer();
  everyone = await arrangeEveryone(await server.database.owner());
  story = await arrangeStory(server, everyone);
});
afterAll(() => server.close());

const ask = async (seat: string, path: string) => (await server.as(everyone.seats[seat]!))('GET', path);
interface Row {
  readonly id: string;
  readonly number: string;
}

describe('indicators over the API', () => {
  it('hides counts below five, the same for every viewer', async () => {
    const analyst = (await ask('a.analyst', '/api/measures')).body as unknown as {
      measures: { id: string; current: { suppressed: boolean; numerator: number | null } }[];
    };
    expect(analyst.measures).toHaveLength(5);
    expect(analyst.measures.find((m) => m.id === 'dispatch-24h')?.current).toMatchObject({ suppressed: true, numerator: null });
    const supervisor = (await ask('a.supervisor', '/api/measures')).body as unknown as typeof analyst;
    expect(supervisor.measures.map((m) => m.current)).toEqual(analyst.measures.map((m) => m.current));
  });

  it('opens a figure only as far as the viewer may read cases or reports', async () => {
    const behind = async (seat: string, more = '') =>
      ((await ask(seat, `/api/measures/dispatch-24h/cases?part=denominator${more}`)).body as unknown as { rows: Row[] }).rows;
    expect(await behind('a.analyst')).toEqual([]);
    const reviewer = await behind('a.reviewer');
    expect(reviewer.length).toBeGreaterThan(0);
    expect((await behind('a.supervisor')).map((r) => r.id)).toEqual(reviewer.map((r) => r.id));
    // Another unit of the county, and another county that asks for this one's figure, count the same and open nothing.
    expect(await behind('a.other')).toEqual([]);
    expect(await behind('b.reviewer', `&county=${countyA}`)).toEqual([]);
    expect(JSON.stringify(reviewer)).not.toContain(story.secrets[0]);
  });

  it('pages through a case that counts several times, at one moment even, to the end and once each; on record is what was shown', async () => {
    const owner = await server.database.owner();
    const caseId = story.ids.caseId;
    // Three children of one family, all to be seen by one hour that has passed, and one by another.
    for (const [instance, due] of [
      ['c1', '2026-03-02T00:00:00Z'],
      ['c2', '2026-03-02T00:00:00Z'],
      ['c3', '2026-03-02T00:00:00Z'],
      ['c4', '2026-03-05T00:00:00Z'],
    ])
      await owner.query(
        `insert into casework.clock (case_id, rule, instance, county, started_at, due_at, stopped_at, outcome) values ($1, 'visit-child-L2', $2, $3, '2026-03-01', $4, '2026-03-01T12:00:00Z', 'met')`,
        [caseId, instance, countyA, due],
      );
    const seen: string[] = [];
    let cursor = '';
    for (let pages = 0; pages < 10; pages++) {
      const page = (
        await ask(
          'a.supervisor',
          `/api/measures/visits-on-time/cases?part=numerator&from=2026-03&to=2026-03&limit=1${cursor === '' ? '' : `&cursor=${cursor}`}`,
        )
      ).body as unknown as { rows: (Row & { at: string })[]; next: string | null };
      seen.push(...page.rows.map((row) => `${row.id} ${row.at}`));
      if (page.next === null) break;
      cursor = page.next;
    }
    expect(seen).toEqual(['2026-03-05', '2026-03-02', '2026-03-02', '2026-03-02'].map((day) => `${caseId} ${day}T00:00:00.000Z`));
    const log = await owner.query<{ n: number; ids: string[] }>(
      `select row_count as n, ids from audit.entry where action = 'measure.open' order by id desc limit 4`,
    );
    expect(log.rows.map((row) => [row.n, row.ids])).toEqual(Array(4).fill([1, [caseId]]));
  });

  it('gives figures as a file, with the same small numbers held back and said, and on record', async () => {
    const all = await ask('a.analyst', '/api/measures/export?language=en');
    expect([all.status, all.type]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(all.text.startsWith('\ufeffmeasure_id,measure,version,county,scope,')).toBe(true);
    const total = all.text.split('\r\n').find((line) => line.startsWith('dispatch-24h,') && line.includes(',whole period,'));
    // Three reports: neither the number, nor the share, nor nought.
    expect(total).toMatch(/,,,[^,]*,"fewer than 5, or would tell one; not shown",/);
    const one = await ask('a.supervisor', '/api/measures/export?measureId=dispatch-24h');
    expect(one.text).toContain('各區各月');
    expect(one.text).toContain('少於 5 或可由此推知，不列');
    for (const secret of [...story.secrets, ...story.own]) expect(one.text).not.toContain(secret);
    expect((await ask('a.analyst', '/api/measures/export?measureId=nonsense')).status).toBe(404);
    expect((await ask('a.screener', '/api/measures/export')).status).toBe(403);
    const log = (await ask('a.auditor', '/api/audit?route=measures.export')).body as unknown as {
      rows: { actorId: string; action: string; basis: string; resultCount: number }[];
    };
    expect(log.rows.map((row) => [row.actorId, row.action])).toEqual([
      [everyone.seats['a.supervisor']!.id, 'measure.export'],
      [everyone.seats['a.analyst']!.id, 'measure.export'],
    ]);
    expect(log.rows[0]?.basis?.split(', ')).toEqual(
      expect.arrayContaining(['measure: dispatch-24h', expect.stringMatching(/^to: \d{4}-\d\d$/)]),
    );
  });

  it('knows its indicators and months', async () => {
    expect((await ask('a.analyst', '/api/measures/nonsense')).status).toBe(404);
    const { first, last } = (await ask('a.analyst', '/api/measures/periods')).body as unknown as { first: string; last: string };
    expect([first, last].every((m) => /^\d{4}-\d{2}$/.test(m))).toBe(true);
    const table = (await ask('a.analyst', '/api/measures/visits-on-time?from=2020-01&to=2020-02')).body as unknown as {
      cells: unknown[];
      total: { denominator: number };
    };
    expect([table.cells, table.total.denominator]).toEqual([[], 0]);
  });
});
