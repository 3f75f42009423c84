// A victim and the other side, each with a case and a worker of another unit; canary values planted as the victim's hidden contacts. For the proofs of house law 8.
import { indexKeys, prepareReported, UNKNOWN_PERSON } from '@anwang/people';
import { blind } from '@anwang/store/keys';
import { expect } from 'vitest';
import { arrangeSeat, countyA, districtA } from './arrange.ts';
import { arrangeEveryone, type Everyone } from './everyone.ts';
import type { TestServer } from './test-server.ts';

export const canaries = {
  residenceAddress: '甲示範縣甲一區金絲雀路88號',
  phone: '0999888777',
  shelter: '金絲雀庇護所',
  school: '金絲雀國民小學',
  workplace: '金絲雀麵包店',
} as const;

/** What the desk learned of the victim by telephone and was told to hide; the last was taken down wrongly and taken back. */
export const learnedCanaries = {
  phone: '0999666555',
  address: '甲示範縣甲一區補登雀街77號',
  school: '補登雀國民中學',
  takenBack: '0999555444',
} as const;

export type TwoSides = {
  readonly everyone: Everyone;
  readonly victim: string;
  readonly respondent: string;
  readonly victimCase: string;
  readonly respondentCase: string;
  readonly reports: readonly string[];
  /** Ids of the hidden contacts by kind. */
  readonly contacts: Readonly<Record<string, string>>;
};

type Rows = { id: string; version: number; title: string }[];

/** The desk takes down what must stay hidden of the first person of the report. @returns the version of the report afterwards */
async function learnHidden(screener: Awaited<ReturnType<TestServer['as']>>, reportId: string): Promise<number> {
  const read = async () =>
    (await screener('GET', `/api/screening/reports/${reportId}`)).body as unknown as { version: number; persons: { id: string }[] };
  const facts = Object.entries({ ...learnedCanaries, takenBack: undefined }).filter(([, value]) => value !== undefined);
  let taken = '';
  for (const [kind, value] of [['phone', learnedCanaries.takenBack], ...facts]) {
    const { version, persons } = await read();
    const path = `/api/screening/reports/${reportId}/persons/${persons[0]!.id}/facts`;
    const done = await screener('POST', path, { version, kind, value, saidBy: 'self', hidden: true });
    expect(done.status, done.text).toBe(200);
    taken ||= String(done.body.factId);
  }
  const back = { version: (await read()).version, why: 'mistyped' };
  const done = await screener('POST', `/api/screening/reports/${reportId}/facts/${taken}/take-back`, back);
  expect(done.status, done.text).toBe(200);
  return Number(done.body.version);
}

/** Reported, proposed, reviewed, dispatched to a unit and accepted with a worker. */
async function story(
  server: TestServer,
  everyone: Everyone,
  reports: string[],
  persons: object[],
  programme: string,
  unit: string,
  supervisor: string,
  worker: string,
  learns: boolean,
): Promise<{ caseId: string; reportId: string }> {
  const as = async (name: string) => server.as(everyone.seats[name]!);
  const sent = await server.nobody('POST', '/api/reports', {
    county: countyA,
    district: districtA,
    narrative: '爭執',
    grounds: ['ipv-physical'],
    persons,
  });
  expect(sent.status, sent.text).toBe(200);
  const screener = await as('a.screener');
  const rows = (await screener('GET', '/api/screening/queue')).body.rows as unknown as Rows;
  const row = rows.filter((one) => !reports.includes(one.id)).sort((a, b) => b.id.localeCompare(a.id))[0]!;
  reports.push(row.id);
  const version = learns ? await learnHidden(screener, row.id) : row.version;
  const line = { programme, urgency: 'urgent', unitId: unit };
  const proposed = await screener('POST', `/api/screening/reports/${row.id}/propose`, {
    version,
    outcome: 'accept',
    band: 'high',
    lines: [line],
    differsReason: '依敘述',
  });
  expect(proposed.status, proposed.text).toBe(200);
  if (proposed.body.needsReview) {
    const decided = await (await as('a.reviewer'))('POST', `/api/review/reports/${row.id}/decide`, {
      proposalId: proposed.body.proposalId,
      version: proposed.body.version,
      decision: 'confirmed',
    });
    expect(decided.status, decided.text).toBe(200);
  }
  const inbox = (await (await as(supervisor))('GET', '/api/dispatch/inbox')).body.rows as unknown as Rows;
  const accepted = await (await as(supervisor))('POST', `/api/dispatch/${inbox[0]!.id}/accept`, {
    version: inbox[0]!.version,
    workerId: everyone.seats[worker]!.id,
  });
  expect(accepted.status, accepted.text).toBe(200);
  return { caseId: String(accepted.body.caseId), reportId: row.id };
}

/** Arranges both sides on a fresh server. */
export async function arrangeTwoSides(server: TestServer): Promise<TwoSides> {
  const owner = await server.database.owner();
  const base = await arrangeEveryone(owner);
  const seats: Everyone['seats'] = {
    ...base.seats,
    'a.dvsaworker': await arrangeSeat(owner, {
      userName: 'a.dvsaworker',
      county: countyA,
      unit: base.units.dvsa,
      role: 'leadWorker',
      reach: 'unit',
      reachId: base.units.dvsa,
    }),
  };
  const everyone: Everyone = { ...base, seats };
  const reports: string[] = [];
  const contacts: Record<string, string> = {};
  const people = {
    v: { role: 'victim', name: '安心語', sex: 'female', birthDate: '0790301' },
    r: { role: 'respondent', name: '江對造', sex: 'male', birthDate: '0750302' },
  };
  const one = await story(
    server,
    everyone,
    reports,
    [people.v, people.r],
    'intimate-partner-violence',
    base.units.dvsa,
    'a.dvsa',
    'a.dvsaworker',
    true,
  );
  const named = await owner.query<{ role: string; person_id: string }>(
    'select role, person_id from intake.report_person where report_id = $1',
    [one.reportId],
  );
  const victim = named.rows.find((row) => row.role === 'victim')!.person_id;
  const respondent = named.rows.find((row) => row.role === 'respondent')!.person_id;
  // The respondent's own case, with another unit and worker. The person is the same one: linked by hand, as a data steward would.
  const two = await story(
    server,
    everyone,
    reports,
    [{ ...people.r, role: 'subject' }],
    'vulnerable-family',
    base.units.centre,
    'a.supervisor',
    'a.worker',
    false,
  );
  await owner.query('update casework."case" set subject_person_id = $2 where id = $1', [two.caseId, respondent]);
  await owner.query('update casework.case_person set person_id = $2 where case_id = $1', [two.caseId, respondent]);
  await owner.query('update people.reach set person_id = $2 where case_id = $1', [two.caseId, respondent]);
  await owner.query(
    `insert into people.kin (person_id, other_id, county, relation, source, confidence) values ($1,$2,$3,'exPartner','report','confirmed')`,
    [respondent, victim, countyA],
  );
  await server.house.store.withActor(server.house.system.seeder, 'system', { route: 'plant' }, async (tx) => {
    for (const [kind, value] of Object.entries(canaries)) contacts[kind] = (await tx.keys.seal(victim, 'contact', value)).toString('hex');
  });
  for (const [kind, sealed] of Object.entries(contacts)) {
    const made = await owner.query<{ id: string }>(
      `insert into people.contact (person_id, county, kind, subject_id, sealed, district, hidden, hidden_from, source) values ($1,$2,$3,$1,decode($4,'hex'),$5,true,array[$6]::uuid[],'protection') returning id`,
      [victim, countyA, kind, sealed, districtA, respondent],
    );
    contacts[kind] = made.rows[0]!.id;
  }
  const ring = server.database.ring;
  const keys = indexKeys(prepareReported({ ...UNKNOWN_PERSON, phones: [canaries.phone], addresses: [canaries.residenceAddress] }));
  expect(keys.length).toBeGreaterThan(1);
  for (const { kind, value } of keys)
    await owner.query('insert into people.search_key (key, kind, person_id, county, district, hidden) values ($1,$2,$3,$4,$5,true)', [
      blind(ring, 'search', kind, value),
      kind,
      victim,
      countyA,
      districtA,
    ]);
  return { everyone, victim, respondent, victimCase: one.caseId, respondentCase: two.caseId, reports, contacts };
}
