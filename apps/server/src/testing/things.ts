// Cases, reports and persons of a database as core/access wants them, read with the owner's eyes: for proofs that ask the reference who may see what.
import type { Resource, Share } from '@anwang/core/access';
import { classesOfParts } from '@anwang/core/cases';
import type { Instant } from '@anwang/core/time';
import type { Client } from 'pg';

type Row = {
  id: string;
  county: string;
  district: string | null;
  owner: string | null;
  units: string[];
  workers: string[];
  shares: { to_unit: string | null; to_account: string | null; parts: string[]; since: string; until: string | null }[];
};

const workersOf = (cases: string) =>
  `array(select a.account_id from casework.assignment a where a.case_id in (${cases}) and a.role <> 'supervisor' and a.since <= now() and (a.until is null or a.until > now()))`;
const sharesOf = (cases: string) =>
  `(select coalesce(json_agg(json_build_object('to_unit', s.to_unit, 'to_account', s.to_account, 'parts', s.parts, 'since', s.since, 'until', s.until)), '[]')
    from casework.share s where s.case_id in (${cases}) and s.ended_at is null)`;
const casesOf = 'select m.case_id from casework.case_person m where m.person_id = p.id and (m.until is null or m.until > now())';

const questions = {
  case: `select c.id, c.county, c.district, null as owner, array[c.unit_id] as units, ${workersOf('select c.id')} as workers, ${sharesOf('select c.id')} as shares from casework."case" c`,
  report: `select r.id, r.county, r.district, r.created_by as owner,
    array(select d.unit_id from intake.dispatch d where d.report_id = r.id and d.status not in ('redirected','withdrawn')) as units,
    ${workersOf('select l.case_id from casework.case_report l where l.report_id = r.id')} as workers, '[]'::json as shares from intake.report r`,
  person: `select p.id, p.county, p.district, null as owner,
    array(select h.unit_id from people.reach h where h.person_id = p.id and (h.until is null or h.until > now())) as units,
    ${workersOf(casesOf)} as workers, ${sharesOf(casesOf)} as shares from people.person p`,
} as const;

const asShare = (share: Row['shares'][number]): Share => ({
  ...(share.to_unit === null ? {} : { unit: share.to_unit }),
  ...(share.to_account === null ? {} : { account: share.to_account }),
  classes: classesOfParts(share.parts),
  from: new Date(share.since).toISOString() as Instant,
  until: share.until === null ? null : (new Date(share.until).toISOString() as Instant),
});

/** All of them by id. */
export async function readThings(owner: Client): Promise<ReadonlyMap<string, Resource>> {
  const things = new Map<string, Resource>();
  for (const [kind, text] of Object.entries(questions))
    for (const row of (await owner.query<Row>(text)).rows)
      things.set(row.id, {
        kind: kind as keyof typeof questions,
        id: `${kind} ${row.id}`,
        county: row.county,
        districts: row.district === null ? [] : [row.district],
        units: row.units,
        workers: row.workers,
        owner: row.owner,
        shares: row.shares.map(asShare),
      });
  return things;
}
