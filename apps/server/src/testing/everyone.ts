// One seat for every role of a county, and one of each kind elsewhere: for tests that ask every route as everybody.
import { type Action, decide, type Purpose } from '@anwang/core/access';
import type { Instant } from '@anwang/core/time';
import type { Client } from 'pg';
import { arrangePlaces, arrangeRoute, arrangeSeat, arrangeUnit, countyA, countyB, type Seat } from './arrange.ts';
import type { TestServer } from './test-server.ts';

export type Everyone = {
  readonly seats: Readonly<Record<string, Seat>>;
  readonly units: {
    readonly desk: string;
    readonly centre: string;
    readonly otherCentre: string;
    readonly dvsa: string;
    readonly school: string;
  };
};

/** Arranges both counties. Seats beginning with `b.` are of the other county, `other…` of another unit of the same. */
export async function arrangeEveryone(owner: Client): Promise<Everyone> {
  await arrangePlaces(owner);
  const unit = (kind: string, name: string, county = countyA) => arrangeUnit(owner, county, kind, name);
  const units = {
    desk: await unit('desk', '派案中心'),
    centre: await unit('familyServiceCentre', '甲中心'),
    otherCentre: await unit('familyServiceCentre', '乙中心'),
    dvsa: await unit('dvsaCentre', '家防中心'),
    school: await unit('school', '示範國小'),
  };
  await arrangeRoute(owner, countyA, 'vulnerable-family', units.centre);
  for (const programme of ['child-protection', 'intimate-partner-violence']) await arrangeRoute(owner, countyA, programme, units.dvsa);
  const bDesk = await unit('desk', '乙派案中心', countyB);
  const bCentre = await unit('familyServiceCentre', '乙縣中心', countyB);
  const seats: Record<string, Seat> = {};
  const seat = async (userName: string, county: string, home: string, role: string, reach: string, reachId: string | null) => {
    seats[userName] = await arrangeSeat(owner, { userName, county, unit: home, role, reach, reachId });
  };
  for (const [prefix, county, desk, centre] of [
    ['a', countyA, units.desk, units.centre],
    ['b', countyB, bDesk, bCentre],
  ] as const) {
    await seat(`${prefix}.hotline`, county, desk, 'hotlineOperator', 'county', county);
    await seat(`${prefix}.screener`, county, desk, 'deskOfficer', 'county', county);
    await seat(`${prefix}.reviewer`, county, desk, 'deskReviewer', 'county', county);
    await seat(`${prefix}.arbiter`, county, desk, 'arbiter', 'county', county);
    await seat(`${prefix}.supervisor`, county, centre, 'supervisor', 'unit', centre);
    await seat(`${prefix}.worker`, county, centre, 'leadWorker', 'unit', centre);
    await seat(`${prefix}.analyst`, county, desk, 'kpiAnalyst', 'county', county);
    await seat(`${prefix}.director`, county, desk, 'director', 'county', county);
    await seat(`${prefix}.auditor`, county, desk, 'auditor', 'county', county);
    await seat(`${prefix}.admin`, county, desk, 'countyAdmin', 'county', county);
    await seat(`${prefix}.steward`, county, desk, 'dataSteward', 'county', county);
  }
  await seat('a.reviewer2', countyA, units.desk, 'deskReviewer', 'county', countyA);
  await seat('a.dvsa', countyA, units.dvsa, 'supervisor', 'unit', units.dvsa);
  await seat('a.other', countyA, units.otherCentre, 'supervisor', 'unit', units.otherCentre);
  await seat('a.otherworker', countyA, units.otherCentre, 'leadWorker', 'unit', units.otherCentre);
  await seat('a.partner', countyA, units.school, 'partner', 'unit', units.school);
  return { seats, units };
}

/** The seats among these that may do an act for one of the purposes. */
export async function seatsFor(server: TestServer, seats: readonly Seat[], action: Action, purposes: readonly Purpose[]): Promise<Seat[]> {
  const now = new Date().toISOString() as Instant;
  const fitting: Seat[] = [];
  for (const seat of seats) {
    const actor = await server.house.actorOf(seat.id, 1);
    if (actor && purposes.some((purpose) => decide(actor, action, purpose, null, now).allow)) fitting.push(seat);
  }
  return fitting;
}
