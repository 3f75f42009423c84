-- Why somebody opened what is closed, in their own words: sealed under the key of whom it is about, so that an auditor can read it and an erasure takes it along.
-- The row of the log names it by its id (detail.reason); the log itself still holds no word of it.

create table audit.reason (
  id uuid primary key,
  county text,
  actor_id uuid not null,
  action text not null,
  subject_id uuid not null,
  sealed bytea not null,
  given_at timestamptz not null default now()
);
create index reason_subject on audit.reason (subject_id);
comment on table audit.reason is 'Reasons that people typed, sealed. Read by the audit screen only; each reading is on record.';

-- The opening of a reporter's identity names its reason as well.
drop function if exists vault.open(uuid, text, text);
