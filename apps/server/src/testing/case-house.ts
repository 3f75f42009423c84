// A desk, two centres, a school and the people in them, over the API on a real database: how a report becomes a case here, and who acts on it.
import { afterAll, beforeAll, expect } from 'vitest';
import { cases } from '../features/cases/index.ts';
import { referrals } from '../features/referrals/index.ts';
import { instrumentAnswers } from './answers.ts';
import { arrangePlaces, arrangeRoute, arrangeSeat, arrangeUnit, countyA, countyB, districtA, type Seat } from './arrange.ts';
import { type Answer, type Ask, startTestServer, type TestServer } from './test-server.ts';

/** A case as a test holds it: with the version of its last write. */
type Case = { id: string; version: number };

type CaseHouse = {
  readonly server: TestServer;
  readonly school: string;
  /** By name: screener, reviewer, supervisor, worker, worker2, protector, protection, elsewhere, partner, foreign. */
  readonly seats: Readonly<Record<string, Seat>>;
  as(name: string): Promise<Ask>;
  /** A report that has come to a unit and been accepted with a worker. */
  aCase(name: string, what?: object, at?: 'centre' | 'dvsa' | 'children'): Promise<Case>;
  act(who: string, one: Case, command: object, headers?: Record<string, string>): Promise<Answer>;
  /** The same, and it must succeed. */
  done(who: string, one: Case, command: object): Promise<Answer>;
};

const family = (name: string) => ({ grounds: ['family-adversity'], persons: [{ role: 'subject', name, birthDate: '0800102' }] });

/** Starts the house. */
async function startCaseHouse(): Promise<CaseHouse> {
  const server = await startTestServer({}, { cases, referrals });
  const seats: Record<string, Seat> = {};
  const owner = await server.database.owner();
  await arrangePlaces(owner);
  const desk = await arrangeUnit(owner, countyA, 'desk', '派案中心');
  const centre = await arrangeUnit(owner, countyA, 'familyServiceCentre', '甲中心');
  const other = await arrangeUnit(owner, countyA, 'familyServiceCentre', '乙中心');
  const school = await arrangeUnit(owner, countyA, 'school', '甲國小');
  await arrangeRoute(owner, countyA, 'vulnerable-family', centre);
  const dvsa = await arrangeUnit(owner, countyA, 'dvsaCentre', '家防中心');
  await arrangeRoute(owner, countyA, 'intimate-partner-violence', dvsa);
  const seat = async (name: string, unit: string, role: string, reach: string, reachId: string | null, county = countyA) => {
    seats[name] = await arrangeSeat(owner, { userName: `c.${name}`, county, unit, role, reach, reachId });
  };
  await seat('screener', desk, 'deskOfficer', 'county', countyA);
  await seat('reviewer', desk, 'deskReviewer', 'county', countyA);
  await seat('supervisor', centre, 'supervisor', 'unit', centre);
  await seat('worker', centre, 'leadWorker', 'unit', centre);
  await seat('worker2', centre, 'leadWorker', 'unit', centre);
  await seat('protector', dvsa, 'supervisor', 'unit', dvsa);
  await seat('protection', dvsa, 'leadWorker', 'unit', dvsa);
  await seat('elsewhere', other, 'supervisor', 'unit', other);
  await seat('partner', school, 'partner', 'unit', school);
  // A partner answers referrals to the own unit and reads what is shared with it: two grants.
  // Who also helps in cases has a third.
  await seat('liaison', school, 'partner', 'unit', school);
  for (const [name, role, reach] of [
    ['partner', 'partner', 'shared'],
    ['liaison', 'partner', 'shared'],
    ['liaison', 'collaborator', 'assigned'],
  ] as const)
    await owner.query(`insert into org."grant" (account_id, role, reach_kind, valid_from) values ($1, $2, $3, '2020-01-01')`, [
      seats[name]!.id,
      role,
      reach,
    ]);
  await seat('foreign', centre, 'deskOfficer', 'county', countyB, countyB);
  const places = {
    centre: { programme: 'vulnerable-family', unit: centre, supervisor: 'supervisor', worker: 'worker' },
    dvsa: { programme: 'intimate-partner-violence', unit: dvsa, supervisor: 'protector', worker: 'protection' },
    children: { programme: 'child-protection', unit: dvsa, supervisor: 'protector', worker: 'protection', grade: 'L2', class: 'C1' },
  } as const;
  const lineOf = ({ unit, supervisor: _supervisor, worker: _worker, ...line }: (typeof places)[keyof typeof places]) => ({
    ...line,
    unitId: unit,
  });
  const as = (name: string): Promise<Ask> => server.as(seats[name]!);
  const aCase = async (name: string, what: object = family(name), at: keyof typeof places = 'centre'): Promise<Case> => {
    const place = places[at];
    const sentIn = await server.nobody('POST', '/api/reports', {
      county: countyA,
      district: districtA,
      reporterKind: 'education',
      narrative: '家裡好幾天沒有開伙',
      ...what,
    });
    expect(sentIn.status, sentIn.text).toBe(200);
    const screener = await as('screener');
    const rows = (await screener('GET', '/api/screening/queue?limit=200')).body.rows as unknown as {
      id: string;
      title: string;
      version: number;
    }[];
    const row = rows.find((one) => one.title === name)!;
    const proposed = await screener('POST', `/api/screening/reports/${row.id}/propose`, {
      version: row.version,
      outcome: 'accept',
      band: 'low',
      lines: [{ urgency: 'ordinary', ...lineOf(place) }],
      differsReason: '電話確認',
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
    const supervisor = await as(place.supervisor);
    const inbox = (await supervisor('GET', '/api/dispatch/inbox')).body.rows as unknown as { id: string; title: string; version: number }[];
    const sent = inbox.find((one) => one.title === name)!;
    const accepted = await supervisor('POST', `/api/dispatch/${sent.id}/accept`, {
      version: sent.version,
      workerId: seats[place.worker]!.id,
    });
    expect(accepted.status, accepted.text).toBe(200);
    return { id: String(accepted.body.caseId), version: 3 };
  };
  const act = async (who: string, one: Case, command: object, headers?: Record<string, string>): Promise<Answer> => {
    const answer = await (await as(who))('POST', `/api/cases/${one.id}/act`, { version: one.version, command }, headers);
    if (answer.status === 200) one.version = Number(answer.body.version);
    return answer;
  };
  const done = async (who: string, one: Case, command: object): Promise<Answer> => {
    const answer = await act(who, one, command);
    expect(answer.status, `${JSON.stringify(command)} ${answer.text}`).toBe(200);
    return answer;
  };
  return { server, school, seats, as, aCase, act, done };
}

/** The moment now, as a form sends it. */
export const now = () => new Date().toISOString();
/** A visit that just took place. */
export const visit = (outcome = 'met') => ({
  type: 'recordVisit',
  happenedAt: now(),
  method: 'homeVisit',
  outcome,
  note: '屋內整潔，冰箱空的',
});
/** The family assessment, each question answered with the choice of so many points. */
export const assess = (moment: string, points: string) => ({
  type: 'completeAssessment',
  instrument: 'vf-vulnerability',
  instrumentVersion: '1',
  moment,
  answers: instrumentAnswers('vf-vulnerability', points),
  happenedAt: now(),
});

/** The house for the tests of a file: started before them, closed after; what it does, to be called within a test. */
export function caseHouse() {
  let house: CaseHouse;
  beforeAll(async () => {
    house = await startCaseHouse();
  }, 120_000);
  afterAll(() => house.server.close());
  return {
    house: () => house,
    as: (name: string) => house.as(name),
    aCase: (...of: Parameters<CaseHouse['aCase']>) => house.aCase(...of),
    act: (...of: Parameters<CaseHouse['act']>) => house.act(...of),
    done: (...of: Parameters<CaseHouse['done']>) => house.done(...of),
  };
}
