// What the demo's cases never do, done to some of them: reopened for each reason, a visit never made, a clock that stands still, a report put to a case in service,
// a family that moved to another district.
// Events are written as they are kept; whoever asks for it then writes the projections anew.

import type { Client } from 'pg';

const day = 86_400_000;
const iso = (at: number): string => new Date(at).toISOString();

/** Lives the odd lives. @returns the cases that were touched */
export const liveOddly = async (client: Client, now: number): Promise<ReadonlySet<string>> => {
  const touched = new Set<string>();
  const pick = async (sql: string, most: number): Promise<{ id: string; at: number; person: string }[]> =>
    (
      await client.query<{ id: string; at: number; person: string }>(
        `select c.id, (extract(epoch from ${sql.includes('c.closed_at is not null') ? 'c.closed_at' : 'c.opened_at'}) * 1000)::float8 as at, c.subject_person_id as person
         from casework.case c where ${sql} and c.id <> all ($1::uuid[]) order by c.id limit ${most}`,
        [[...touched]],
      )
    ).rows;
  const happen = async (id: string, at: number, type: string, facts: object): Promise<void> => {
    touched.add(id);
    await client.query(
      `insert into casework.event (case_id, seq, county, type, happened_at, actor_id, facts)
       select case_id, max(seq) + 1, county, $2, $3, (array_agg(actor_id))[1], $4 from casework.event where case_id = $1 group by case_id, county`,
      [id, type, iso(at), JSON.stringify(facts)],
    );
  };
  const family = `c.programme = 'vulnerable-family' and c.closed_at is not null and c.opened_at is not null and c.closed_at < '${iso(now - 40 * day)}'`;
  const proposal = '0192d3f1-eb60-7000-8000-000000000001';
  const reasons = ['newReport', 'newReport', 'closedInError', 'needsAgain', 'newReport', 'newReport'];
  for (const [nth, one] of (await pick(family, reasons.length)).entries()) {
    const reason = reasons[nth]!;
    await happen(one.id, one.at + 10 * day, 'caseReopened', { reason, report: null });
    if (nth === 1) continue;
    await happen(one.id, one.at + 12 * day, 'openingDecided', {
      proposal,
      approved: true,
      outcome: nth === 4 ? 'notOpened' : 'open',
      reasons: [],
    });
    if (nth > 4) await happen(one.id, one.at + 20 * day, 'closureDecided', { proposal, approved: true, reason: 'goalAchieved' });
  }
  const declined = `c.programme = 'child-protection' and c.status = 'notOpened' and c.closed_at is not null and c.closed_at < '${iso(now - 60 * day)}'`;
  for (const one of await pick(declined, 2)) {
    await happen(one.id, one.at + 35 * day, 'caseReopened', { reason: 'newReport', report: null });
    await happen(one.id, one.at + 37 * day, 'openingDecided', { proposal, approved: true, outcome: 'open', reasons: [] });
  }
  // First visits in vain: the case ends long after the visit was due, or its clock stands still from the second day on.
  await client.query('alter table casework.event disable trigger user');
  for (const [nth, one] of (
    await pick(`c.programme = 'vulnerable-family' and c.status = 'notOpened' and c.closed_at is not null`, 4)
  ).entries()) {
    await client.query(`update casework.event set facts = facts || '{"outcome": "notMet"}' where case_id = $1 and type = 'visitRecorded'`, [
      one.id,
    ]);
    if (nth < 2)
      await client.query(
        `update casework.event set happened_at = happened_at + interval '30 days' where case_id = $1 and type in ('openingProposed', 'openingDecided')`,
        [one.id],
      );
    else
      await client.query(
        `update casework.event set type = 'clockPaused', facts = '{"clock": "vf-visit", "reason": "other"}', happened_at = (select min(happened_at) + interval '1 hour' from casework.event where case_id = $1) where case_id = $1 and type = 'openingDecided'`,
        [one.id],
      );
    touched.add(one.id);
  }
  await client.query('alter table casework.event enable trigger user');
  // A family of three months' service is in a protection case too, and is reported once more.
  const served = await pick(
    `c.programme = 'vulnerable-family' and c.status in ('open', 'shortTerm') and c.opened_at < '${iso(now - 110 * day)}'`,
    3,
  );
  const protection = await pick(`c.programme <> 'vulnerable-family' and c.status = 'open'`, 20);
  for (const one of served) {
    const { rows } = await client.query<{ id: string }>(
      `select x.id from casework.case x join casework.case c on c.county = x.county and c.id = $1 where x.id = any ($2::uuid[]) and x.id <> all ($3::uuid[]) limit 1`,
      [one.id, protection.map((other) => other.id), [...touched]],
    );
    const other = rows[0]?.id;
    if (other === undefined) continue;
    const report = await client.query<{ id: string; at: number }>(
      `select r.id, (extract(epoch from r.received_at) * 1000)::float8 as at from intake.report r where r.county = (select county from casework.case where id = $1) and r.received_at > $2 limit 1`,
      [one.id, iso(one.at + 100 * day)],
    );
    const linked = report.rows[0];
    if (linked === undefined) continue;
    await happen(other, linked.at, 'memberAdded', { person: one.person, role: 'member', relation: null, side: 'family' });
    await happen(other, linked.at, 'reportLinked', { report: linked.id, band: 'low', receivedAt: iso(linked.at) });
  }
  // Families that moved within the county: what was counted before stays where it was.
  const weeks = [-10, 1, 2, 15, 40, 60];
  for (const [nth, one] of (await pick(`c.opened_at is not null and c.opened_at < '${iso(now - 120 * day)}'`, 24)).entries()) {
    const { rows } = await client.query<{ unit: string; other: string; district: string }>(
      `select c.unit_id as unit, (select u.id from org.unit u where u.county = c.county and u.id <> c.unit_id order by u.id limit 1) as other,
         (select d.id from org.district d where d.county = c.county and d.id is distinct from c.district order by d.id limit 1) as district
       from casework.case c where c.id = $1`,
      [one.id],
    );
    const place = rows[0];
    if (place === undefined) continue;
    const at = one.at + weeks[nth % weeks.length]! * 7 * day;
    const move = `0192d3f1-eb60-7000-8000-0000000001${String(nth).padStart(2, '0')}`;
    const district = nth % 4 === 3 ? null : place.district;
    await happen(one.id, at, 'moveProposed', { move, unit: place.other, district, reason: 'movedDistrict', proposed: null });
    await happen(one.id, at, 'moveDecided', { move, approved: true });
    await happen(one.id, at, 'moveAccepted', { move, from: place.unit, unit: place.other, district });
  }
  // Somebody whose case ended comes back, handed over by another county: that county's word is no report of them.
  for (const one of await pick(`${family} and c.closed_at > '${iso(now - 300 * day)}'`, 40)) {
    const { rows } = await client.query<{ id: string; report: string; at: number }>(
      `select y.id, cr.report_id as report, (extract(epoch from y.received_at) * 1000)::float8 as at
       from casework.case y join casework.case x on x.id = $1 and x.county = y.county
         join casework.case_report cr on cr.case_id = y.id and cr.kind = 'founding'
       where y.opened_at is not null and y.received_at between x.closed_at and x.closed_at + interval '150 days' and y.id <> all ($2::uuid[]) limit 1`,
      [one.id, [...touched, one.id]],
    );
    const next = rows[0];
    if (next === undefined) continue;
    await happen(next.id, next.at, 'memberAdded', { person: one.person, role: 'member', relation: null, side: 'family' });
    await happen(next.id, next.at, 'caseTakenOver', { report: next.report, county: '', number: 'elsewhere' });
    await client.query(`update intake.report set channel = 'transfer' where id = $1`, [next.report]);
    touched.add(one.id);
  }
  // One that waited at the desk was taken back by the county that had sent it.
  await client.query(
    `update intake.report r set channel = 'transfer', status = 'closedAtDesk', decided_at = r.received_at + interval '2 hours',
       handed_from = jsonb_build_object('withdrawnAt', to_char((r.received_at + interval '2 hours') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
     where r.id = (select id from intake.report where status = 'received' order by received_at limit 1)`,
  );
  return touched;
};
