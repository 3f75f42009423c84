-- On a bad line a save that was given up can arrive after a later one, and would stand. The saves of one session are in turn: what comes late is passed over, and
-- what was thrown away stays so. A draft that was thrown away is an empty row for a day.
alter table system.draft add column writer text, add column turn bigint, add column dropped boolean not null default false;
