-- Where things lie, for policies only. A row that points to a case, a report or a person asks where that lies; asked of the table itself, the question would bring
-- the table's own policy into every plan, and that one the policies of the tables it asks (measured: half of the time a statement took to begin, docs/decisions/0032).
-- The views read with the owner's eyes. Nobody who serves may use the schema, so nobody can name them: they are reached through the policies alone (policies.test.ts).

create schema if not exists placed;
revoke all on schema placed from public, anwang_app, anwang_worker;

create or replace view placed."case" as select c.id, c.district, c.unit_id from casework."case" c;
create or replace view placed.report as select r.id, r.county, r.district, r.created_by from intake.report r;
-- What was accepted is held where its case is: the case may have moved to another unit since.
create or replace view placed.report_held as
  select d.report_id, coalesce(c.unit_id, d.unit_id) as unit_id from intake.dispatch d left join casework."case" c on c.id = d.case_id
  where d.status in ('sent', 'accepted', 'disputed', 'upheld');
create or replace view placed.person as select p.id, p.county, p.district from people.person p;
create or replace view placed.person_held as
  select x.person_id, x.unit_id from people.reach x where x.until is null or now() < x.until;

grant select on all tables in schema placed to anwang_app, anwang_worker;
