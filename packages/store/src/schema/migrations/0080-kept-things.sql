-- Kept answers are sealed, since an answer may show a person; after an erasure the answers of the last days are forgotten and only the fact remains.
alter table system.idempotency drop column result;
alter table system.idempotency add column answer bytea;

alter table access.break_glass drop constraint break_glass_verdict_check;
alter table access.break_glass add constraint break_glass_verdict_check check (verdict in ('justified', 'notJustified'));

-- Names of jobs. What is not here cannot be asked for.
insert into system.task (name, queue, max_attempts) values
  ('intake.match', null, 25),
  ('intake.escalate', null, 25),
  ('casework.escalate', null, 25),
  ('clocks.sweep', 'clocks', 5),
  ('hits.expire', 'clocks', 5),
  ('files.scan', null, 25),
  ('files.sweep', 'house', 5),
  ('kept.sweep', 'house', 5),
  ('outbox.deliver', 'outbox', 25),
  ('breakGlass.tell', null, 25),
  ('breakGlass.remind', null, 5),
  ('measures.refresh', 'measures', 5),
  ('people.project', null, 25);
