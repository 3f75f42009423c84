-- The person index and the family graph. Source rows (record) are never edited; links say which rows are one person;
-- person is the projection of the linked rows. What can identify lies encrypted in record.sealed; what search needs lies as keys.

create table people.person (
  id uuid primary key default uuidv7(),
  county text not null references org.county,    -- responsible county
  district text references org.district,         -- of the place where the person lives
  name text,                                     -- clear projection; null = unnamed
  sex text check (sex in ('male','female','other','unknown')),
  birth_date date,
  birth_precision text not null default 'unknown' check (birth_precision in ('day','month','year','approximate','unknown')),
  deceased_on date,
  demo boolean not null default false,
  merged_into uuid references people.person,     -- redirect kept; ids are never reused
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index person_county on people.person (county, id);
create index person_district on people.person (district, id);
comment on table people.person is 'One human being as the confirmed links show them. Clear columns are projections and are wiped by erasure.';

-- Through which cases and reports a person is reached by which unit; maintained by the store functions that link people to reports and cases.
create table people.reach (
  person_id uuid not null references people.person,
  unit_id uuid not null references org.unit,
  case_id uuid,                                  -- null = through a report dispatched to the unit
  report_id uuid,
  side text not null check (side in ('victim','offender','family','neutral')),
  until timestamptz,
  primary key (person_id, unit_id, side),
  check (case_id is not null or report_id is not null)
);
create index reach_unit on people.reach (unit_id, person_id);

create table people.record (
  id uuid primary key default uuidv7(),
  source text not null,                          -- 'report', or a source system id of the domain tables
  source_key text,
  county text not null references org.county,
  subject_id uuid not null,                      -- whose key encrypts it (keys.subject); a record of an unknown person has a subject of its own
  sealed bytea not null,                         -- the row as it came, encrypted
  received_at timestamptz not null default now(),
  legal_basis text,
  withdrawn_at timestamptz,
  unique (source, source_key)
);
create index record_subject on people.record (subject_id);

create table people.link (
  id uuid primary key default uuidv7(),
  record_id uuid not null references people.record,
  person_id uuid not null references people.person,
  county text not null references org.county,
  state text not null check (state in ('candidate','confirmed','rejected','undone')),
  basis text not null check (basis in ('identifier','person','founding')),   -- founding = the person was made from this record
  weight real not null,                          -- bits
  reasons jsonb not null,                        -- evidence codes only, never values
  decided_by uuid references org.account,
  decided_at timestamptz,
  undone_by uuid references org.account,
  undone_at timestamptz,
  created_at timestamptz not null default now(),
  version integer not null default 1
);
create unique index link_one_person on people.link (record_id) where state = 'confirmed';
create unique index link_pair on people.link (record_id, person_id) where state <> 'undone';
create index link_person on people.link (person_id, state);
create index link_candidates on people.link (county, created_at) where state = 'candidate';
comment on table people.link is 'Which source row is which person. Confirmed by an identifier (with compatible name or birth date) or by a person; candidates change nothing.';

create table people.identifier (
  id uuid primary key default uuidv7(),
  person_id uuid not null references people.person,
  kind text not null check (kind in ('nationalId','uiNumber','passport','caseAlias')),
  subject_id uuid not null,
  sealed bytea not null,                         -- encrypted value
  key_id text not null,                          -- of the blind index
  whole bytea not null,                          -- keyed blind index of the whole value
  valid boolean not null,                        -- check digit right and not a placeholder
  unique (person_id, kind, whole)
);
create index identifier_whole on people.identifier (whole);

create table people.identifier_near (
  identifier_id uuid not null references people.identifier on delete cascade,
  person_id uuid not null references people.person,
  blind bytea not null,                          -- one position left out, or the masked form
  form text not null check (form in ('omit','masked')),
  primary key (blind, identifier_id)
);
create index identifier_near_person on people.identifier_near (person_id);

-- Search and matching keys: probed with leakproof equality only, under the same policies as the person.
create table people.search_key (
  key bytea not null,                            -- keyed hash of kind and value
  kind text not null,                            -- name, namePinyin, nameMasked, nameInitials, phone, address, birthName, identifier, caseNumber
  person_id uuid not null references people.person,
  county text not null references org.county,
  district text,
  hidden boolean not null default false,         -- derived from a fact that law 8 hides
  primary key (key, person_id, kind)
);
create index search_key_person on people.search_key (person_id);

create table people.contact (
  id uuid primary key default uuidv7(),
  person_id uuid not null references people.person,
  county text not null references org.county,
  kind text not null check (kind in ('registeredAddress','residenceAddress','phone','email','shelter','school','workplace')),
  subject_id uuid not null,
  sealed bytea not null,                         -- encrypted value
  district text references org.district,
  valid_from date,
  valid_until date,
  hidden boolean not null default false,         -- law 8
  hidden_from uuid[] not null default '{}',      -- persons who must never learn it
  source text not null,
  recorded_at timestamptz not null default now(),
  version integer not null default 1,
  check (hidden = (hidden_from <> '{}'))
);
create index contact_person on people.contact (person_id);

create table people.household (
  id uuid primary key default uuidv7(),
  county text not null references org.county,
  district text references org.district,
  kind text not null check (kind in ('registered','lived')),
  created_at timestamptz not null default now()
);

create table people.household_member (
  id uuid primary key default uuidv7(),
  household_id uuid not null references people.household,
  person_id uuid not null references people.person,
  county text not null references org.county,
  relation text not null,                        -- to the head, coded
  valid_from date,
  valid_until date,
  source text not null,
  confidence text not null check (confidence in ('confirmed','probable','reported')),
  hidden boolean not null default false,         -- derived from a hidden address
  hidden_from uuid[] not null default '{}',
  recorded_at timestamptz not null default now()
);
create index household_member_household on people.household_member (household_id);
create index household_member_person on people.household_member (person_id);

create table people.kin (
  id uuid primary key default uuidv7(),
  person_id uuid not null references people.person,
  other_id uuid not null references people.person,
  county text not null references org.county,
  relation text not null check (relation in ('parent','adoptiveParent','spouse','divorced','separated','partner','exPartner','sibling','halfSibling','grandparent','guardian','caregiver','other','conflict')),
  valid_from date,
  valid_until date,
  source text not null,
  confidence text not null check (confidence in ('confirmed','probable','reported')),
  hidden boolean not null default false,
  hidden_from uuid[] not null default '{}',
  recorded_at timestamptz not null default now(),
  check (person_id <> other_id)
);
create index kin_person on people.kin (person_id);
create index kin_other on people.kin (other_id);
comment on table people.kin is 'person_id is <relation> of other_id, dated, with source and confidence.';

create table people.flag (
  id uuid primary key default uuidv7(),
  person_id uuid not null references people.person,
  county text not null references org.county,
  source text not null,                          -- source system id
  code text not null,                            -- concept id
  sensitivity text not null check (sensitivity in ('S1','S2','S3','S4')),
  severity text not null check (severity in ('urgent','attention','normal')),
  facts jsonb not null default '{}',             -- coded
  legal_basis text not null,
  as_of date not null,
  valid_until date,
  record_id uuid references people.record,
  withdrawn_at timestamptz
);
create index flag_person on people.flag (person_id);
