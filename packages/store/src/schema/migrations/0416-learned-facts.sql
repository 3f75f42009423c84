-- What the desk learns of a reported person after the report came: one coded fact a row, with who said it and who took it down. It adds to the person's source
-- row and is sealed under the same key, so that it goes with it; the row itself stays as it came.
create table intake.learned_fact (
  id uuid primary key default uuidv7(),
  report_id uuid not null references intake.report,
  report_person_id uuid not null references intake.report_person,
  record_id uuid not null references people.record,   -- the source row it adds to
  county text not null references org.county,
  subject_id uuid not null,                      -- whose key encrypts it: that of the source row
  kind text not null check (kind in ('name','birthDate','birthYear','nationalId','phone','address','school')),
  sealed bytea not null,
  hidden boolean not null default false check (not hidden or kind in ('phone','address','school')),   -- must stay hidden from the other side (law 8)
  said_by text not null check (said_by in ('reporter','self','family','school','police','health','agency','other')),
  said_at timestamptz not null,
  taken_by uuid not null references org.account,
  taken_at timestamptz not null default now()
);
create index learned_fact_report on intake.learned_fact (report_id, id);
create index learned_fact_record on intake.learned_fact (record_id, id);
comment on table intake.learned_fact is 'Coded facts of a reported person that were learned after the report; matching runs again with them.';

-- Matching again with a new fact, should the process end before it did so itself.
insert into system.task (name, queue, max_attempts) values ('intake.learned', null, 25);
