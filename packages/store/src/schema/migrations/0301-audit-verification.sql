-- What verifying the log has found, and when: new blocks every few minutes, the whole chain every night or when somebody asks.
-- Each row carries a mac under the audit key, so that whoever owns the database cannot write a good result into it.

create table audit.verification (
  id bigint generated always as identity primary key,
  whole boolean not null,
  from_block bigint not null,                    -- first block that was read; to_block below it = there was none
  to_block bigint not null,
  row_count bigint not null,
  findings jsonb not null,
  verified_at timestamptz not null,
  key_id text not null,
  mac bytea not null
);
create index verification_whole on audit.verification (id desc) where whole;

insert into system.task (name, queue, max_attempts) values ('audit.verify', 'audit', 3), ('audit.verifyAll', 'audit', 3);
