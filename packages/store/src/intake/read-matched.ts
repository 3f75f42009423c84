// What matching found out about a report, for triage: earlier reports of the same people, programmes with an open case, flags that may be asked for,
// and whether another county has to do with them.
import { sql } from 'kysely';
import { bare, type Placing, prepared, type Tx } from '../session/index.ts';

export type MatchedFacts = {
  readonly priorReports: number;
  readonly openProgrammes: string[];
  readonly flags: string[];
  /** Somebody of the report belongs to another county than the desk's: the desk sees every person of its own county and no other's, so who is not seen is one. */
  readonly otherCounty: boolean;
};

const matchedRows = prepared((_db, place: Placing<{ reportId: string; at: string }>) =>
  bare(sql<{ prior: number; programmes: string[] | null; flags: string[] | null; elsewhere: boolean }>`
    with p as (select array_agg(distinct person_id) as ids from intake.report_person where report_id = ${place('reportId')} and person_id is not null),
      own as (select o.channel = 'transfer' as handed from intake.report o where o.id = ${place('reportId')})
    select
      (select count(distinct r.id)::int from p, own, intake.report_person x join intake.report r on r.id = x.report_id
       where x.person_id = any(p.ids) and r.handed_to is null and r.channel <> 'transfer' and not own.handed and r.id <> ${place('reportId')} and r.received_at < ${place('at')}::timestamptz and r.received_at >= ${place('at')}::timestamptz - interval '6 months') as prior,
      (select array_agg(distinct c.programme) from p, casework.case_person x join casework.case c on c.id = x.case_id
       where x.person_id = any(p.ids) and x.until is null and c.status not in ('closed','notOpened')) as programmes,
      (select array_agg(distinct f.code) from p, people.flag f
       where f.person_id = any(p.ids) and f.withdrawn_at is null and f.sensitivity in ('S1','S2') and (f.valid_until is null or f.valid_until >= current_date)) as flags,
      (select exists (select from p, unnest(p.ids) as one(id) where not exists
        (select from people.person x where x.id = one.id and x.county = (select own.county from intake.report own where own.id = ${place('reportId')})))) as elsewhere`),
);

/** Facts from confirmed links only; candidates change nothing. Reports of the six months before `at`, this one left out; one that was handed on
 * counts where it goes on, and a case that another county hands over is no report of
 * anybody: it counts for none, and for it none counts. */
export async function readMatched(tx: Tx, reportId: string, at: string): Promise<MatchedFacts> {
  const [row] = await matchedRows(tx, { reportId, at });
  return {
    priorReports: row?.prior ?? 0,
    openProgrammes: row?.programmes ?? [],
    flags: row?.flags ?? [],
    otherCounty: row?.elsewhere ?? false,
  };
}
