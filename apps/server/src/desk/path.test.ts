// The desk's path on a real database: a report from the public, its receipt, matching, the queue, proposal, second person, dispatch, dispute, arbitration.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DeskWorld, aReport as report, startDesk } from '../testing/desk-world.ts';
import type { Ask, TestServer } from '../testing/test-server.ts';

let world: DeskWorld;
let server: TestServer;
beforeAll(async () => {
  world = await startDesk();
  server = world.server;
}, 120_000);
afterAll(() => world?.close());

const as = (name: string): Promise<Ask> => world.as(name);

describe('a report from the public', () => {
  test('gets a receipt whose code opens the status and nothing else', async () => {
    const sent = await server.nobody('POST', '/api/reports', report());
    expect(sent.body, sent.text).toMatchObject({ receipt: expect.stringMatching(/^99901-\d{3}-\d{4}-\d{4}$/) });
    expect(sent.status).toBe(200);
    const { receipt, code } = sent.body as unknown as { receipt: string; code: string };
    const status = await server.nobody('POST', '/api/receipts/status', { number: receipt, code });
    expect(status.body, status.text).toMatchObject({ state: 'received', additions: [] });
    const wrong = await server.nobody('POST', '/api/receipts/status', { number: receipt, code: 'AAAA-AAAA-AAAA-AAAA-AAAA' });
    expect(wrong.status).toBe(404);
    const added = await server.nobody('POST', '/api/receipts/additions', { number: receipt, code, text: '今天又沒來上學' });
    expect(added.status, added.text).toBe(200);
    expect((await server.nobody('POST', '/api/receipts/status', { number: receipt, code })).body).toMatchObject({
      additions: [{ kind: 'text' }],
    });
  });
});

describe('the desk', () => {
  test('screens, reviews and dispatches; nobody reviews the own proposal', async () => {
    await server.nobody(
      'POST',
      '/api/reports',
      report({ narrative: '第二件', persons: [{ role: 'subject', name: '王大明', birthDate: '1000101', nationalId: 'A123456789' }] }),
    );
    const screener = await as('screener');
    const queue = await screener('GET', '/api/screening/queue');
    expect(queue.status, queue.text).toBe(200);
    const rows = queue.body.rows as unknown as { id: string; title: string; version: number }[];
    const row = rows.find((one) => one.title === '王大明');
    expect(row).toBeDefined();
    const view = await screener('GET', `/api/screening/reports/${row!.id}`);
    expect(view.status, view.text).toBe(200);
    expect(view.text).not.toContain('林老師');
    const suggestion = view.body.suggestion as unknown as {
      outcome: string;
      band: string;
      lines: { programme: string; urgency: string; grade: string | null; route: { unitId: string } }[];
    };
    expect(suggestion.lines.map((line) => line.programme)).toContain('vulnerable-family');
    const family = await screener('GET', `/api/screening/reports/${row!.id}/family`);
    expect(family.status, family.text).toBe(200);
    const counts = await screener('GET', '/api/screening/counts');
    expect(counts.status, counts.text).toBe(200);
    const foreign = await as('foreign');
    expect((await foreign('GET', `/api/screening/reports/${row!.id}`)).status).toBe(404);

    const lines = suggestion.lines.map((line) => ({
      programme: line.programme,
      urgency: line.urgency,
      grade: line.grade,
      unitId: line.route.unitId,
    }));
    const proposed = await screener('POST', `/api/screening/reports/${row!.id}/propose`, {
      version: view.body.version,
      outcome: suggestion.outcome,
      band: suggestion.band,
      lines,
    });
    expect(proposed.status, proposed.text).toBe(200);
    // From now on it waits for the second officer and for nobody else; the lists hold what the counts count.
    const waitingFor = async (what: string) =>
      ((await screener('GET', `/api/screening/queue?limit=200&waitsFor=${what}`)).body.rows as unknown as { id: string }[]).map(
        (one) => one.id,
      );
    const after = (await screener('GET', '/api/screening/counts')).body;
    const [toScreen, toReview] = [await waitingFor('screening'), await waitingFor('review')];
    expect([toScreen.includes(row!.id), toReview.includes(row!.id)]).toEqual([false, proposed.body.needsReview]);
    expect([toScreen.length, toReview.length]).toEqual([after.toScreen, after.toReview]);
  });

  test('not accepting needs a coded reason and a second person; of two reviewers one wins, the other gets both sides', async () => {
    await server.nobody('POST', '/api/reports', report({ narrative: '第三件', persons: [{ role: 'subject', name: '李不受' }] }));
    const screener = await as('screener');
    const rows = (await screener('GET', '/api/screening/queue')).body.rows as unknown as { id: string; title: string; version: number }[];
    const row = rows.find((one) => one.title === '李不受')!;
    const body = { version: row.version, outcome: 'notAccepted', band: 'low', differsReason: '重複' };
    expect((await screener('POST', `/api/screening/reports/${row.id}/propose`, body)).body).toMatchObject({ code: 'reasonCodeNeeded' });
    const proposed = await screener('POST', `/api/screening/reports/${row.id}/propose`, { ...body, reason: 'noHarm' });
    expect(proposed.body, proposed.text).toMatchObject({ needsReview: true, reviewRule: { code: 'not-accepted' } });
    const decision = { proposalId: proposed.body.proposalId, version: proposed.body.version, decision: 'confirmed' };
    const [one, two] = await Promise.all([as('reviewer'), as('reviewer2')]);
    const answers = await Promise.all([
      one('POST', `/api/review/reports/${row.id}/decide`, decision),
      two('POST', `/api/review/reports/${row.id}/decide`, decision),
    ]);
    expect(answers.map((answer) => answer.status).sort(), answers.map((answer) => answer.text).join()).toEqual([200, 409]);
    const lost = answers.find((answer) => answer.status === 409)!;
    expect(lost.body).toMatchObject({
      code: 'versionConflict',
      facts: { theirs: { status: 'closedAtDesk', review: { decision: 'confirmed' } }, yours: { decision: 'confirmed' } },
    });
  });
});

describe('a dispatch', () => {
  const newest = async (title: string) => {
    const rows = (await (await as('screener'))('GET', '/api/screening/queue?limit=200')).body.rows as unknown as {
      id: string;
      title: string;
      version: number;
    }[];
    return rows.find((row) => row.title === title)!;
  };
  const sendTo = async (title: string, unitId: string): Promise<void> => {
    await server.nobody('POST', '/api/reports', report({ persons: [{ role: 'subject', name: title }] }));
    const row = await newest(title);
    const screener = await as('screener');
    const proposed = await screener('POST', `/api/screening/reports/${row.id}/propose`, {
      version: row.version,
      outcome: 'accept',
      band: 'high',
      lines: [{ programme: 'vulnerable-family', urgency: 'ordinary', unitId }],
      differsReason: '敘述較重',
    });
    expect(proposed.status, proposed.text).toBe(200);
    if (proposed.body.needsReview) {
      const decided = await (await as('reviewer'))('POST', `/api/review/reports/${row.id}/decide`, {
        proposalId: proposed.body.proposalId,
        version: proposed.body.version,
        decision: 'confirmed',
      });
      expect(decided.status, decided.text).toBe(200);
    }
  };
  const inbox = async (name: string) =>
    (await (await as(name))('GET', '/api/dispatch/inbox')).body.rows as unknown as {
      id: string;
      reportId: string;
      reportNumber: string;
      title: string;
      version: number;
      status: string;
      route: unknown;
    }[];

  test('explains its route, may be disputed once, and is redirected by the arbiter', async () => {
    await sendTo('爭議件', world.everyone.units.centre);
    const row = (await inbox('supervisor')).find((one) => one.title === '爭議件')!;
    const supervisor = await as('supervisor');
    const view = await supervisor('GET', `/api/dispatch/${row.id}`);
    expect(view.body, view.text).toMatchObject({
      mayAccept: true,
      mayDispute: true,
      ruling: null,
      route: { unitId: world.everyone.units.centre, reasons: [{ code: 'countyRoute' }, { code: 'onlyUnit' }] },
      narrative: expect.any(String),
    });
    expect(view.text).not.toContain('林老師');
    const disputed = await supervisor('POST', `/api/dispatch/${row.id}/dispute`, {
      version: row.version,
      reason: 'otherDistrict',
      note: '住在別區',
      betterUnitId: world.everyone.units.otherCentre,
    });
    expect(disputed.body, disputed.text).toMatchObject({ status: 'disputed', arbiterDue: expect.any(String) });
    const arbiter = await as('arbiter');
    const disputes = (await arbiter('GET', '/api/dispatch/disputes')).body.rows as unknown as {
      id: string;
      version: number;
    }[];
    expect(disputes[0]?.id).toBe(row.id);
    const open = await arbiter('GET', `/api/dispatch/disputes/${row.id}`);
    const told = open.body as unknown as { family: { people: unknown[]; contacts: unknown[] }; units: { unitId: string; fits: boolean }[] };
    // What it takes to rule: who says no and why, the story, the family and who could take it; not how the family is reached.
    expect(told, open.text).toMatchObject({
      note: '住在別區',
      betterUnitId: world.everyone.units.otherCentre,
      narrative: view.body.narrative,
      persons: [{ name: '爭議件', phones: [], addresses: [], identifierGiven: false }],
    });
    expect(told.family.people.length).toBeGreaterThan(0);
    expect(told.family.contacts).toEqual([]);
    // The unit to which the routes send this programme stands first, and says why.
    expect(told.units[0]).toMatchObject({
      unitId: world.everyone.units.centre,
      fits: true,
      reasons: [{ code: 'countyRoute' }, { code: 'onlyUnit' }],
    });
    expect(told.units.slice(1).map((one) => one.fits)).not.toContain(true);
    const choices = await (await as('screener'))('GET', `/api/screening/reports/${row.reportId}/units?programme=vulnerable-family`);
    expect(choices.body.units, choices.text).toEqual(told.units.slice(0, 1));
    expect((await (await as('foreign'))('GET', `/api/screening/reports/${row.reportId}/units?programme=vulnerable-family`)).status).toBe(
      404,
    );
    const decided = await arbiter('POST', `/api/dispatch/${row.id}/arbitrate`, {
      version: disputes[0]!.version,
      outcome: 'redirected',
      unitId: world.everyone.units.otherCentre,
      reason: '確為乙區',
    });
    expect(decided.body, decided.text).toMatchObject({ status: 'redirected', redirectedTo: expect.any(String) });
    expect((await arbiter('GET', `/api/dispatch/disputes/${row.id}`)).status).toBe(404);
    const redirected = (await inbox('other')).find((one) => one.title === '爭議件')!;
    // Where it was sent to it says why, and that it cannot go on from there.
    const other = await as('other');
    expect((await other('GET', `/api/dispatch/${redirected.id}`)).body).toMatchObject({
      route: null,
      mayAccept: true,
      mayDispute: false,
      ruling: { reason: '確為乙區', by: expect.any(String), at: expect.any(String) },
    });
    expect((await supervisor('GET', `/api/dispatch/${row.id}`)).status).toBe(404);
    // Whoever disputed is told how it ended, with its number and nothing to open; for the other unit it is a dispatch like any.
    type Told = { kind: string; ref: string | null; leadsTo: { to: string } };
    const heard = async (who: string) => {
      const rows = (await (await as(who))('GET', '/api/notices?limit=100')).body.rows as unknown as Told[];
      return rows.filter((each) => each.ref === redirected.reportNumber).map((each) => [each.kind, each.leadsTo.to]);
    };
    expect(await heard('supervisor')).toContainEqual(['dispatch.redirected', 'start']);
    expect(await heard('supervisor')).not.toContainEqual(['dispatch.arbitrated', 'inbox']);
    expect(await heard('other')).toContainEqual(['dispatch.sent', 'inbox']);
    const again = await other('POST', `/api/dispatch/${redirected.id}/dispute`, {
      version: redirected.version,
      reason: 'otherDistrict',
      note: '仍非本區',
    });
    expect(again.body.code).toBe('disputeUsed');
  });

  test('waits to be accepted again once the arbiter has upheld it', async () => {
    await sendTo('維持件', world.everyone.units.centre);
    const row = (await inbox('supervisor')).find((one) => one.title === '維持件')!;
    const supervisor = await as('supervisor');
    await supervisor('POST', `/api/dispatch/${row.id}/dispute`, { version: row.version, reason: 'otherDistrict', note: '住在別區' });
    const upheld = { version: row.version + 1, outcome: 'upheld', reason: '確為本區' };
    const decided = await (await as('arbiter'))('POST', `/api/dispatch/${row.id}/arbitrate`, upheld);
    expect(decided.body, decided.text).toMatchObject({ status: 'upheld' });
    const waiting = (await supervisor('GET', '/api/dispatch/inbox?view=toAccept')).body.rows as unknown as { id: string; status: string }[];
    expect(waiting.find((one) => one.id === row.id)?.status).toBe('upheld');
    const view = await supervisor('GET', `/api/dispatch/${row.id}`);
    expect(view.body, view.text).toMatchObject({ mayAccept: true, mayDispute: false, ruling: { reason: '確為本區' } });
    const accepted = await supervisor('POST', `/api/dispatch/${row.id}/accept`, { version: view.body.version });
    expect(accepted.body, accepted.text).toMatchObject({ status: 'accepted' });
  });

  test('is accepted by one of two who try at once', async () => {
    await sendTo('同時受案', world.everyone.units.centre);
    const row = (await inbox('supervisor')).find((one) => one.title === '同時受案')!;
    const supervisor = await as('supervisor');
    // Each would give it to somebody else: the same wish twice is one.
    const { workers } = (await supervisor('GET', `/api/dispatch/${row.id}`)).body as unknown as { workers: { id: string }[] };
    const wishes = [null, workers[0]!.id];
    const answers = await Promise.all(
      wishes.map((workerId) => supervisor('POST', `/api/dispatch/${row.id}/accept`, { version: row.version, workerId })),
    );
    expect(answers.map((answer) => answer.status).sort(), answers.map((answer) => answer.text).join()).toEqual([200, 409]);
    expect(answers.find((answer) => answer.status === 409)?.body).toMatchObject({
      code: 'versionConflict',
      facts: { theirs: { status: 'accepted' } },
    });
  });
});
