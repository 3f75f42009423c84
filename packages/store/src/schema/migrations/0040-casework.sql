-- Cases are folds of events pinned to a pack version. casework.event is the truth; everything else here is a projection
-- written in the same transaction and rebuilt from the events by a test.

create table casework.case (
  id uuid primary key default uuidv7(),
  number text not null,                          -- VF-115-11-0417, unique in its county
  county text not null references org.county,
  district text references org.district,
  unit_id uuid not null references org.unit,
  programme text not null,
  pack_version text not null,
  side text not null check (side in ('victim','offender','family','neutral')),
  subject_person_id uuid references people.person,
  household_id uuid references people.household,
  title text,                                    -- clear projection: 蘇詩涵家庭; wiped by erasure
  stage text not null,                           -- the programme's own stage
  status text not null check (status in ('dispatched','accepted','assigned','assessing','openReview','open','shortTerm','notOpened','closeReview','closed')),
  risk text check (risk in ('extreme','high','medium','low')),
  lead_id uuid references org.account,
  supervisor_id uuid references org.account,
  needs text[] not null default '{}',
  received_at timestamptz not null,
  accepted_at timestamptz,
  opened_at timestamptz,
  closed_at timestamptz,
  closure_code text,
  last_contact_at timestamptz,
  next_due timestamptz,                          -- nearest running clock
  next_rule text,
  version integer not null default 0,            -- = seq of the last event
  demo boolean not null default false,
  unique (county, number)
);
create index case_county_due on casework.case (county, next_due, id);
create index case_district_due on casework.case (district, next_due, id);
create index case_unit_due on casework.case (unit_id, next_due, id);
create index case_lead_due on casework.case (lead_id, next_due, id);
create index case_unit_status on casework.case (unit_id, status);
create index case_subject on casework.case (subject_person_id);
create index case_programme_closed on casework.case (programme, closed_at);
comment on table casework.case is 'Projection of one episode of service in one programme.';

alter table intake.dispatch add foreign key (case_id) references casework.case;

create table casework.event (
  case_id uuid not null references casework.case deferrable initially deferred,
  seq integer not null check (seq > 0),
  id uuid not null default uuidv7() unique,
  county text not null references org.county,
  type text not null,
  schema_version integer not null default 1,
  recorded_at timestamptz not null default now(),
  happened_at timestamptz not null,
  actor_id uuid not null references org.account,
  facts jsonb not null,                          -- coded, nothing that identifies
  subject_id uuid,                               -- key of the sealed part
  sealed bytea,                                  -- free text and names
  sensitivity text not null default 'S2' check (sensitivity in ('S1','S2','S3','S4')),
  primary key (case_id, seq)
);
create index event_happened on casework.event (case_id, happened_at);

create table casework.case_person (
  case_id uuid not null references casework.case,
  person_id uuid not null references people.person,
  county text not null references org.county,
  role text not null check (role in ('subject','member','victim','respondent','caregiver','contact','collateral')),
  relation text,
  since timestamptz not null,
  until timestamptz,
  primary key (case_id, person_id, role)
);
create index case_person_person on casework.case_person (person_id);

create table casework.case_report (
  case_id uuid not null references casework.case,
  report_id uuid not null references intake.report,
  dispatch_id uuid references intake.dispatch,
  county text not null references org.county,
  kind text not null check (kind in ('founding','repeat','related')),
  linked_at timestamptz not null,
  primary key (case_id, report_id)
);
create index case_report_report on casework.case_report (report_id);

create table casework.assignment (
  id uuid primary key default uuidv7(),
  case_id uuid not null references casework.case,
  account_id uuid not null references org.account,
  unit_id uuid not null references org.unit,
  county text not null references org.county,
  role text not null check (role in ('lead','collaborator','supervisor')),
  duty text,
  since timestamptz not null,
  until timestamptz
);
create index assignment_account on casework.assignment (account_id, case_id) where until is null;
create index assignment_case on casework.assignment (case_id);
create unique index assignment_one_lead on casework.assignment (case_id) where role = 'lead' and until is null;

create table casework.share (
  id uuid primary key default uuidv7(),
  case_id uuid not null references casework.case,
  county text not null references org.county,
  to_unit uuid references org.unit,
  to_account uuid references org.account,
  parts text[] not null,                         -- which parts of the file: summary, members, timeline, plan, assessments, referral:<id>
  purpose text not null,
  legal_basis text not null,
  granted_by uuid not null references org.account,
  since timestamptz not null,
  until timestamptz not null,
  ended_at timestamptz,
  check ((to_unit is null) <> (to_account is null))
);
create index share_unit on casework.share (to_unit, case_id) where ended_at is null;
create index share_account on casework.share (to_account, case_id) where ended_at is null;
create index share_case on casework.share (case_id);

create table casework.clock (
  case_id uuid not null references casework.case,
  rule text not null,                            -- slaId of the time-limit catalogue, or the overlay's own
  instance text not null default '',             -- for repeated duties: the period
  county text not null references org.county,
  started_at timestamptz not null,
  due_at timestamptz,
  paused_at timestamptz,
  stopped_at timestamptz,
  outcome text check (outcome in ('met','late','void')),
  escalated integer not null default 0,
  primary key (case_id, rule, instance)
);
create index case_clock_due on casework.clock (due_at) where stopped_at is null and paused_at is null;

create table casework.visit (
  id uuid primary key,                           -- event id
  case_id uuid not null references casework.case,
  county text not null references org.county,
  kind text not null check (kind in ('visit','contact')),
  method text not null,
  outcome text not null,
  person_id uuid references people.person,
  happened_at timestamptz not null,
  by_account uuid not null references org.account
);
create index visit_case on casework.visit (case_id, happened_at);

create table casework.assessment (
  id uuid primary key,                           -- event id
  case_id uuid not null references casework.case,
  county text not null references org.county,
  instrument text not null,
  instrument_version text not null,
  subject_person_id uuid references people.person,
  moment text not null check (moment in ('intake','pre','review','post')),
  score real,
  band text,
  overridden boolean not null default false,
  happened_at timestamptz not null
);
create index assessment_case on casework.assessment (case_id, happened_at);

create table casework.goal (
  id uuid primary key,                           -- goal id in the events
  case_id uuid not null references casework.case,
  county text not null references org.county,
  need text not null,
  status text not null check (status in ('active','achieved','partly','notAchieved','dropped')),
  due_on date,
  reviewed_at timestamptz
);
create index goal_case on casework.goal (case_id);

create table casework.approval (
  id uuid primary key default uuidv7(),
  case_id uuid not null references casework.case,
  county text not null references org.county,
  unit_id uuid not null references org.unit,
  kind text not null check (kind in ('opening','closing','transfer','plan')),
  proposed_by uuid not null references org.account,
  proposed_at timestamptz not null,
  decided_by uuid references org.account,
  decided_at timestamptz,
  decision text check (decision in ('approved','sentBack')),
  reason text
);
create index approval_pending on casework.approval (unit_id, proposed_at) where decided_at is null;

create table network.referral (
  id uuid primary key default uuidv7(),
  case_id uuid not null references casework.case,
  county text not null references org.county,
  from_unit uuid not null references org.unit,
  to_unit uuid not null references org.unit,
  need text not null,
  fields text[] not null,                        -- the minimum set that is sent
  subject_id uuid not null,
  sealed bytea not null,                         -- the package as sent
  status text not null check (status in ('sent','accepted','declined','completed','returned','cancelled')),
  sent_by uuid not null references org.account,
  sent_at timestamptz not null,
  answer_due timestamptz not null,
  answered_by uuid references org.account,
  answered_at timestamptz,
  answer_sealed bytea,
  outcome text,
  version integer not null default 1
);
create index referral_case on network.referral (case_id);
create index referral_to on network.referral (to_unit, status, answer_due);
