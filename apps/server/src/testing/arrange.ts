// A small county for tests: places, units, routes, accounts with roles and a password, arranged with the owner's eyes before the server is asked anything.
import type { Client } from 'pg';

export type Seat = { readonly id: string; readonly userName: string; readonly county: string; readonly unit: string | null };

export const password = 'a long demo password';
export const countyA = '99901';
export const countyB = '99902';
export const districtA = '99901010';
const districtA2 = '99901020';
const districtB = '99902010';

let serial = 0;
/** Ids that are valid, different and the same on every run. */
const fixedId = (kind: number): string => `0190a0${String(kind).padStart(2, '0')}-0000-7000-8000-${String(++serial).padStart(12, '0')}`;

/** Both counties with a district or two. */
export async function arrangePlaces(owner: Client): Promise<void> {
  await owner.query(
    `insert into org.county (id, iso, name_zh, name_en, demo) values ($1,'TW-ZZA','甲示範縣','Demo County A',true), ($2,'TW-ZZB','乙示範縣','Demo County B',true)`,
    [countyA, countyB],
  );
  await owner.query(
    `insert into org.district (id, county, name_zh, name_en) values ($1,$4,'甲一區','A One'), ($2,$4,'甲二區','A Two'), ($3,$5,'乙一區','B One')`,
    [districtA, districtA2, districtB, countyA, countyB],
  );
}

/** A unit of a county. */
export async function arrangeUnit(owner: Client, county: string, kind: string, name: string): Promise<string> {
  const id = fixedId(1);
  await owner.query('insert into org.unit (id, county, kind, name_zh, name_en, capacity) values ($1,$2,$3,$4,$5,100)', [
    id,
    county,
    kind,
    name,
    `${kind} ${name}`,
  ]);
  return id;
}

/** Which unit receives a programme in the whole county. */
export async function arrangeRoute(owner: Client, county: string, programme: string, unit: string): Promise<void> {
  await owner.query('insert into org.route (county, programme, unit_id) values ($1,$2,$3)', [county, programme, unit]);
}

/** An account with one grant. */
export async function arrangeSeat(
  owner: Client,
  seat: { userName: string; county: string; unit?: string | null; role: string; reach: string; reachId?: string | null },
): Promise<Seat> {
  const id = fixedId(2);
  await owner.query('insert into org.account (id, county, unit_id, username, name, title) values ($1,$2,$3,$4,$5,$6)', [
    id,
    seat.county,
    seat.unit ?? null,
    seat.userName,
    `示範${seat.userName}`,
    seat.role,
  ]);
  await owner.query(
    `insert into org."grant" (account_id, role, reach_kind, reach_id, valid_from) values ($1,$2,$3,$4,'2020-01-01T00:00:00Z')`,
    [id, seat.role, seat.reach, seat.reachId ?? null],
  );
  return { id, userName: seat.userName, county: seat.county, unit: seat.unit ?? null };
}
