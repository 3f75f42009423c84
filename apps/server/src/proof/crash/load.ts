// Reports, case events and uploads without pause, each under a key of its own, tried again with the same key until it is acknowledged.
// Acknowledgements are written to a file by this process, which is never killed.

import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { countyA, districtA, password } from '../../testing/arrange.ts';
import type { Everyone } from '../../testing/everyone.ts';

export type Ack = { readonly kind: 'report' | 'event' | 'file'; readonly key: string; readonly id: string; readonly digest?: string };
type Answer = { readonly status: number; readonly body: Record<string, unknown> };

export type Load = {
  readonly acks: readonly Ack[];
  /** Set while the server is up; null stops nothing, the loops wait. */
  point(address: string): void;
  /** Lets every write that was begun come to its acknowledgement, then ends. */
  finish(): Promise<void>;
};

/** Starts the loops against an address. `ackFile` gets one line an acknowledgement. */
export async function startLoad(first: string, everyone: Everyone, ackFile: string): Promise<Load> {
  let address = first;
  let ending = false;
  const acks: Ack[] = [];
  const acknowledge = (ack: Ack): void => {
    acks.push(ack);
    appendFileSync(ackFile, `${JSON.stringify(ack)}\n`);
  };
  const send = async (path: string, key: string, body: object | Buffer, cookie = ''): Promise<Answer> => {
    const binary = Buffer.isBuffer(body);
    const reply = await fetch(`${address}${path}`, {
      method: 'POST',
      headers: {
        'content-type': binary ? 'application/octet-stream' : 'application/json',
        'idempotency-key': key,
        ...(cookie ? { cookie } : {}),
      },
      body: binary ? new Uint8Array(body) : JSON.stringify(body),
      signal: AbortSignal.timeout(15_000),
    });
    const text = await reply.text();
    return { status: reply.status, body: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {} };
  };
  /** Until it is acknowledged: connection errors and 5xx are tried again with the same key and body, anything else is a fault of the test. */
  const insist = async (path: string, key: string, body: object | Buffer, cookie?: string): Promise<Answer> => {
    let last: unknown = null;
    for (let attempt = 0; attempt < 600; attempt++) {
      const answer = await send(path, key, body, cookie).catch((error: unknown) => {
        last = error;
        return undefined;
      });
      last = answer ?? last;
      if (answer?.status === 200) return answer;
      if (answer && answer.status < 500 && answer.status !== 429)
        throw new Error(`${path} answered ${answer.status} ${JSON.stringify(answer.body)}`);
      await sleep(100);
    }
    throw new Error(`${path} was never acknowledged`, { cause: last });
  };
  const signIn = async (userName: string): Promise<string> => {
    const reply = await fetch(`${address}/api/session/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ userName, password }),
    });
    if (reply.status !== 200) throw new Error(`sign-in of ${userName}: ${reply.status} ${await reply.text()}`);
    return reply.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
  };
  const get = async (path: string, cookie: string): Promise<Record<string, unknown>> =>
    (await (await fetch(`${address}${path}`, { headers: { cookie } })).json()) as Record<string, unknown>;

  const [screener, reviewer, supervisor, worker] = [
    await signIn('a.screener'),
    await signIn('a.reviewer'),
    await signIn('a.supervisor'),
    await signIn('a.worker'),
  ];
  const report = (narrative: string) => ({
    county: countyA,
    district: districtA,
    reporterKind: 'education',
    narrative,
    grounds: ['family-adversity'],
    persons: [{ role: 'subject', name: '陳怡君', birthDate: '0990301' }],
  });
  await insist('/api/reports', randomUUID(), report('先來的一件'));
  const row = ((await get('/api/screening/queue', screener)).rows as { id: string; version: number }[])[0];
  if (!row) throw new Error('the first report is not in the queue');
  const proposed = await insist(
    `/api/screening/reports/${row.id}/propose`,
    randomUUID(),
    {
      version: row.version,
      outcome: 'accept',
      band: 'high',
      lines: [{ programme: 'vulnerable-family', urgency: 'ordinary', unitId: everyone.units.centre }],
      differsReason: '家庭需要協助',
    },
    screener,
  );
  if (proposed.body.needsReview)
    await insist(
      `/api/review/reports/${row.id}/decide`,
      randomUUID(),
      { proposalId: proposed.body.proposalId, version: proposed.body.version, decision: 'confirmed' },
      reviewer,
    );
  const sent = ((await get('/api/dispatch/inbox', supervisor)).rows as { id: string; version: number }[])[0];
  if (!sent) throw new Error('nothing came to the unit');
  const accepted = await insist(
    `/api/dispatch/${sent.id}/accept`,
    randomUUID(),
    { version: sent.version, workerId: everyone.seats['a.worker']?.id },
    supervisor,
  );
  const caseId = String(accepted.body.caseId);

  const loop = async (once: (key: string) => Promise<void>): Promise<void> => {
    while (!ending) await once(randomUUID());
  };
  const reports = (): Promise<void> =>
    loop(async (key) => {
      const answer = await insist('/api/reports', key, report(`壓測 ${key}`));
      acknowledge({ kind: 'report', key, id: String(answer.body.receipt ?? answer.body.number) });
    });
  let version = Number((await get(`/api/cases/${caseId}`, worker)).version);
  const events = (): Promise<void> =>
    loop(async (key) => {
      const answer = await insist(`/api/cases/${caseId}/act`, key, { version, command: { type: 'addNote', note: `紀錄 ${key}` } }, worker);
      version = Number(answer.body.version);
      acknowledge({ kind: 'event', key, id: String(answer.body.eventId) });
    });
  const files = (): Promise<void> =>
    loop(async (key) => {
      const content = Buffer.concat([Buffer.from('純文字附件 '), Buffer.from(randomBytes(200_000).toString('base64'))]);
      const answer = await insist(`/api/files?ownerKind=report&ownerId=${row.id}&name=${key}.txt`, key, content, screener);
      acknowledge({ kind: 'file', key, id: String(answer.body.id), digest: createHash('sha256').update(content).digest('hex') });
    });
  const running = Promise.all([reports(), reports(), reports(), events(), files()]);
  running.catch(() => undefined);
  return {
    acks,
    point: (next) => {
      address = next;
    },
    finish: async () => {
      ending = true;
      await running;
    },
  };
}
