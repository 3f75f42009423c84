-- Who kept which contact from whom, why, and when it must be looked at again; and who lifted that (house law 8). Rows are only added; what stands now is in
-- people.contact. That something was once kept from somebody stays kept from them: a row is as hidden as the contact was.
alter table people.contact add column review_on date;
alter table people.contact add column review_told_at timestamptz;
comment on column people.contact.review_on is 'When somebody must decide whether the contact stays hidden. It never comes out by itself.';

-- A contact that moves to another person (a link undone) takes its record along.
alter table people.contact add unique (id, person_id);

create table people.shielding (
  id uuid primary key default uuidv7(),
  contact_id uuid not null,
  person_id uuid not null references people.person,
  county text not null references org.county,
  act text not null check (act in ('hide', 'lift')),
  hidden boolean not null default true check (hidden),
  hidden_from uuid[] not null check (hidden_from <> '{}'),
  subject_id uuid not null,                      -- whose key seals the reason
  reason bytea not null,                         -- sealed: it may tell of the danger
  review_on date,
  done_by uuid not null references org.account,
  done_at timestamptz not null default now(),
  check ((act = 'hide') = (review_on is not null)),
  foreign key (contact_id, person_id) references people.contact (id, person_id) on update cascade
);
create index shielding_contact on people.shielding (contact_id, done_at);
create index shielding_person on people.shielding (person_id);
create index contact_review on people.contact (review_on) where hidden and review_told_at is null;
