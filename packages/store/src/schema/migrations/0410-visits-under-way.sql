-- By when whoever is on a visit means to have left it; null while nobody is under way. Looked at every minute, so it has an index of its own.
alter table casework.planned_visit add column expected_until timestamptz;
create index planned_visit_until on casework.planned_visit (expected_until) where expected_until is not null;
