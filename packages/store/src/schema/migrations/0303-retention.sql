-- Retention carried out: what is over is erased by a job; a legal hold keeps a case, a report or a person from it.

alter table casework."case" add column erased_at timestamptz;
alter table intake.report add column erased_at timestamptz;
comment on column casework."case".erased_at is 'When its personal content was erased since its legal time was over; coded facts stay.';
comment on column intake.report.erased_at is 'When its personal content was erased since its legal time was over; coded facts stay.';

create table erasure.hold (
  id uuid primary key default uuidv7(),
  kind text not null check (kind in ('case', 'report', 'person')),
  target_id uuid not null,
  order_ref text not null,
  placed_by uuid not null references org.account,
  placed_at timestamptz not null default now(),
  lifted_by uuid references org.account,
  lifted_at timestamptz,
  check ((lifted_by is null) = (lifted_at is null))
);
create index hold_target on erasure.hold (target_id) where lifted_at is null;
comment on table erasure.hold is 'What must be kept beyond its time: a court, an investigation, a claim. Placed and lifted by a person.';

insert into system.task (name, queue, max_attempts) values ('retention.carry', 'house', 3);
