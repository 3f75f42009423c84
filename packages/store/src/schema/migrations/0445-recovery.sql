-- The sign-in of an account is recovered by two people: one asks, another confirms. Codes only; how somebody was recognised is a code too.
create table org.recovery (
  id uuid primary key default uuidv7(),
  account_id uuid not null references org.account,
  county text not null references org.county,
  unit_id uuid references org.unit,              -- of the account when it was asked: its supervisor may confirm
  what text not null check (what in ('password', 'secondFactor', 'both')),
  asked_by uuid references org.account,          -- null: whoever runs the machine
  asked_how text not null check (asked_how in ('inPerson', 'calledBack', 'video', 'order')),
  order_ref text check (length(order_ref) between 1 and 60),  -- of whoever runs the machine
  asked_at timestamptz not null default now(),
  due_at timestamptz not null default now() + interval '72 hours',
  status text not null default 'waiting' check (status in ('waiting', 'confirmed', 'stopped', 'lapsed')),
  decided_by uuid references org.account,
  decided_how text check (decided_how in ('inPerson', 'calledBack', 'video', 'order')),
  decided_at timestamptz,
  done_at timestamptz,                           -- when sign-in itself was changed; null between the word and the deed
  check (asked_by is distinct from account_id),
  check ((asked_by is null) = (order_ref is not null)),
  -- Two people, neither of them the one whose account it is. Who stops it may be anybody who is asked, the holder too.
  check (status <> 'confirmed' or (decided_at is not null and (asked_by is null or (decided_by is not null and decided_by <> asked_by and decided_by <> account_id))))
);
create unique index recovery_waiting on org.recovery (account_id) where status = 'waiting';
create index recovery_account on org.recovery (account_id, asked_at);
create index recovery_county on org.recovery (county, id);
create index recovery_unit on org.recovery (unit_id, id);
comment on table org.recovery is 'A lost password or device: asked by one person, confirmed by another within 72 hours.';
