// Counties, districts, units, accounts, grants, routes and the calendar of a demo, as rows; written once, found again on the next start.

import { officeDayName, officeYears } from '@anwang/core/time';
import { insertMany } from '@anwang/store/people';
import type { Tx } from '@anwang/store/session';
import type { SynthOrg } from '@anwang/synth';

const AGAIN = 'do nothing';

/** Writes the organisation of a county. Repeating it changes nothing. */
export const writeOrg = async (tx: Tx, { county, units, accounts, routes }: SynthOrg, at: string, demo = true): Promise<void> => {
  await insertMany(
    tx,
    'org.county',
    [{ id: county.id, iso: county.iso, name_zh: county.zh, name_en: county.en, overlay: county.overlay, demo }],
    AGAIN,
  );
  await insertMany(
    tx,
    'org.district',
    county.districts.map((d) => ({ id: d.id, county: county.id, name_zh: d.zh, name_en: d.en })),
    AGAIN,
  );
  await insertMany(
    tx,
    'org.unit',
    units.map((u, i) => ({
      id: u.id,
      county: county.id,
      kind: u.kind,
      name_zh: u.zh,
      name_en: u.en,
      capacity: u.capacity,
      telephone: nobodysNumber(county.areaCode, i + 1),
      public_telephone: u.kind === 'desk' ? nobodysNumber(county.areaCode, 0) : null,
      active: true,
      version: 1,
    })),
    AGAIN,
  );
  await insertMany(
    tx,
    'org.unit_district',
    units.flatMap((u) => u.districts.map((district) => ({ unit_id: u.id, district }))),
    AGAIN,
  );
  await insertMany(
    tx,
    'org.account',
    accounts.map((a, i) => ({
      id: a.id,
      county: county.id,
      unit_id: a.unit.id,
      extension: String(i + 1).padStart(4, '0'),
      username: a.username,
      name: a.name,
      title: a.title,
      locale: 'zh-TW',
      active: true,
      system: false,
      version: 1,
      created_at: at,
    })),
    AGAIN,
  );
  const grants = accounts.flatMap((a) =>
    a.grants.map((g, i) => ({
      id: grantId(a.id, i),
      account_id: a.id,
      role: g.role,
      reach_kind: g.reach,
      reach_id: g.reach === 'county' ? county.id : g.reach === 'unit' ? a.unit.id : null,
      valid_from: at,
    })),
  );
  await insertMany(tx, 'org.grant', grants, AGAIN);
  await insertMany(
    tx,
    'org.route',
    routes.map((r) => ({
      county: county.id,
      programme: r.programme,
      district: r.district,
      unit_id: r.unit.id,
      priority: 100,
      active: true,
      version: 1,
      id: routeId(county.id, r.programme, r.district, r.unit.id),
    })),
    AGAIN,
  );
  tx.audit({ action: 'admin.users', ids: accounts.map((a) => a.id), count: accounts.length, county: county.id });
};

/** The Taiwanese office calendar that the repository holds. */
export const writeCalendar = (tx: Tx): Promise<void> => {
  const source = '行政院人事行政總處 辦公日曆表';
  const days = officeYears.flatMap(({ off, makeUp }) => [
    ...off.map((date) => ({ date, working: false, name_zh: officeDayName(date)?.zh ?? '放假日', source, kind: 'holiday' })),
    ...makeUp.map((date) => ({ date, working: true, name_zh: officeDayName(date)?.zh ?? '補行上班', source, kind: 'makeUpWorkingDay' })),
  ]);
  return insertMany(tx, 'org.calendar_day', days, AGAIN);
};

// No subscriber's number begins with a nought, so that nobody is called by a number of the demo.
const nobodysNumber = (areaCode: string, n: number): string =>
  areaCode === '' ? `02${String(n).padStart(8, '0')}` : areaCode + String(n).padStart(7, '0');

// Ids made from ids, so that writing again meets the same rows.
const grantId = (account: string, n: number): string =>
  account.slice(0, -2) + ((Number.parseInt(account.slice(-2), 16) + n + 1) % 256).toString(16).padStart(2, '0');
const routeId = (...parts: (string | null)[]): string => {
  let h = 0n;
  for (const c of parts.join('|')) h = (h * 1_000_003n + BigInt(c.codePointAt(0) ?? 0)) & ((1n << 122n) - 1n);
  const hex = h.toString(16).padStart(32, '0').slice(-32);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-9${hex.slice(17, 20)}-${hex.slice(20)}`;
};
