-- Open cases go over to a newer statement of their programme: looked at first, proposed by one, decided by another, carried out by a job (docs/decisions/0112).
create table casework.adoption (
  id uuid primary key default uuidv7(),
  county text not null references org.county(id),
  programme text not null,
  to_version text not null,
  status text not null default 'looking' check (status in ('looking', 'looked', 'proposed', 'approved', 'done', 'refused', 'dropped')),
  asked_by uuid not null references org.account(id),
  asked_at timestamptz not null default now(),
  looked_at timestamptz,
  proposed_by uuid references org.account(id),
  proposed_at timestamptz,
  decided_by uuid references org.account(id),
  decided_at timestamptz,
  done_at timestamptz,
  version integer not null default 1,
  check (decided_by is distinct from proposed_by or decided_by is null),
  check (status not in ('proposed', 'approved', 'done', 'refused') or proposed_by is not null),
  check (status not in ('approved', 'done', 'refused') or decided_by is not null)
);
create unique index adoption_under_way on casework.adoption (county, programme) where status in ('looking', 'looked', 'proposed', 'approved');
create index adoption_last on casework.adoption (county, programme, asked_at);
comment on table casework.adoption is 'Going over of a county''s open cases of a programme to the statement in force.';

create table casework.adoption_case (
  adoption_id uuid not null references casework.adoption(id),
  case_id uuid not null references casework."case"(id),
  county text not null references org.county(id),
  number text not null,
  from_version text not null,
  changes jsonb not null default '[]',  -- rule, change, due before and after; no key, which may name a person
  pending boolean not null,             -- a proposal waits for a decision; it goes on waiting
  state text not null check (state in ('waiting', 'moved', 'ended', 'failed')),
  moved_at timestamptz,
  primary key (adoption_id, case_id)
);
create index adoption_case_case on casework.adoption_case (case_id);
comment on table casework.adoption_case is 'What going over changes for each case, and whether it has gone.';

-- Which case to look at next, and which cases are pinned to what.
create index case_pinned on casework."case" (county, programme, pack_version, id) where status not in ('closed', 'notOpened');
insert into system.task (name, queue, max_attempts) values ('adoptions.look', 'adoptions', 25), ('adoptions.carry', 'adoptions', 25), ('adoptions.carryCase', 'adoptions', 25);
