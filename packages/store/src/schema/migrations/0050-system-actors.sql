-- Actors that are not people: accounts without county or sign-in, each with the one grant its work needs. And the guard that keeps demo and real people apart.

alter table org.account alter column county drop not null;
alter table org.account add check (system or county is not null);

insert into org.account (id, username, name, system) values
  ('00000000-0000-7000-8000-000000000001', 'system.public', 'public', true),
  ('00000000-0000-7000-8000-000000000002', 'system.matcher', 'matcher', true),
  ('00000000-0000-7000-8000-000000000003', 'system.sealer', 'sealer', true),
  ('00000000-0000-7000-8000-000000000004', 'system.clock', 'clock', true),
  ('00000000-0000-7000-8000-000000000005', 'system.statistics', 'statistics', true),
  ('00000000-0000-7000-8000-000000000006', 'system.seeder', 'seeder', true);

insert into org.grant (account_id, role, reach_kind, valid_from) values
  ('00000000-0000-7000-8000-000000000001', 'publicReporter', 'national', '2000-01-01T00:00:00Z'),
  ('00000000-0000-7000-8000-000000000002', 'matcher', 'national', '2000-01-01T00:00:00Z'),
  ('00000000-0000-7000-8000-000000000003', 'sealer', 'national', '2000-01-01T00:00:00Z'),
  ('00000000-0000-7000-8000-000000000004', 'clock', 'national', '2000-01-01T00:00:00Z'),
  ('00000000-0000-7000-8000-000000000005', 'statistics', 'national', '2000-01-01T00:00:00Z'),
  ('00000000-0000-7000-8000-000000000006', 'seeder', 'national', '2000-01-01T00:00:00Z');

create trigger person_population before insert on people.person for each row execute function system.keep_population();
