-- The roles of core/access as rows, for the sets that row-level policies ask. Filled by the generated policies; never edited by hand.

create table access.rule (
  role text not null,
  action text not null,
  purpose text not null,
  within text not null default '',               -- '' = the grant's reach as it is
  classes text[] not null,
  primary key (role, action, purpose, within)
);
comment on table access.rule is 'Which role may do which act for which purpose, narrowed how, seeing which classes; generated from core/access.';

create table access.share_part (
  part text primary key,
  classes text[] not null
);
comment on table access.share_part is 'Which classes of data a shared part of a case holds; generated from core/cases.';

create index assignment_live on casework.assignment (account_id, until);
create index reach_live on people.reach (person_id, unit_id);
