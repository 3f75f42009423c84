-- A shared part of a case holds events of some types: a share of the plan does not show what was noted of a visit.
alter table access.share_part add column events text[] not null default '{}';
comment on table access.share_part is 'Which classes of data and which types of event a shared part of a case holds; generated from core/cases.';
