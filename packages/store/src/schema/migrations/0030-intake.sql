-- Reports, what the desk decided on them, and where they were sent. A report is not a case.

create table intake.report (
  id uuid primary key default uuidv7(),
  number text not null,                          -- 115-1118-0731, unique in its county
  county text not null references org.county,
  district text references org.district,         -- of the event or the subject's place
  channel text not null,                         -- ecare, hotline113, …
  reporter_kind text not null,                   -- occupation code; identity lies in the vault
  mandatory boolean not null default false,
  report_type text not null default 'initial' check (report_type in ('initial','followUp','final')),
  wants_reply boolean not null default false,
  received_at timestamptz not null default now(),
  occurred_on date,
  occurred_precision text not null default 'unknown' check (occurred_precision in ('minute','day','month','approximate','unknown')),
  place_kind text,
  grounds text[] not null default '{}',          -- coded reasons and dangers named in the report
  needs text[] not null default '{}',            -- need types
  answers jsonb not null default '{}',           -- coded answers of the report form, nothing that identifies
  subject_id uuid not null,                      -- key for narrative and other personal content
  status text not null default 'received' check (status in ('received','screening','proposed','reviewed','dispatched','closedAtDesk','returned')),
  band text not null check (band in ('extreme','high','medium','low')),
  band_source text not null check (band_source in ('rule','person')),
  band_reasons jsonb not null default '[]',      -- rule ids or the person's coded reason
  triage_due timestamptz not null,
  desk_due timestamptz not null,                 -- 24 h after receipt, wall time
  next_due timestamptz not null,                 -- the nearest of the two while undecided: the order of the queue
  repeat_of uuid references intake.report,       -- duplicate of
  prior_reports integer not null default 0,      -- of the same people in the last 6 months, as of receipt
  pack_version text not null,
  demo boolean not null default false,
  version integer not null default 1,
  created_by uuid references org.account,
  decided_at timestamptz,
  first_dispatched_at timestamptz,
  handled_at timestamptz,                        -- what the reporter may be told
  unique (county, number)
);
create index report_queue on intake.report (county, next_due) where status in ('received','screening','proposed','returned');
create index report_district_queue on intake.report (district, next_due) where status in ('received','screening','proposed','returned');
create index report_received on intake.report (county, received_at desc);
create index report_district_received on intake.report (district, received_at desc);

create table intake.report_text (
  report_id uuid not null references intake.report,
  part text not null,                            -- narrative, place, situation, addition:<id>
  county text not null references org.county,
  subject_id uuid not null,
  sealed bytea not null,
  evidence jsonb not null default '[]',          -- spans: {kind, start, end}
  primary key (report_id, part)
);

create table intake.report_person (
  id uuid primary key default uuidv7(),
  report_id uuid not null references intake.report,
  county text not null references org.county,
  role text not null check (role in ('subject','victim','respondent','caregiver','familyMember','witness','other')),
  record_id uuid not null references people.record,
  person_id uuid references people.person,       -- follows the confirmed link; null while only candidates exist
  relation_to_subject text,
  whereabouts text,
  position integer not null default 0,
  unique (report_id, record_id)
);
create index report_person_report on intake.report_person (report_id);
create index report_person_person on intake.report_person (person_id);

create table intake.receipt (
  report_id uuid primary key references intake.report,
  number text not null unique,                   -- what the reporter is told
  code_hash bytea not null,                      -- of >= 80 random bits
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  failed integer not null default 0,
  locked_until timestamptz
);

create table intake.addition (
  id uuid primary key default uuidv7(),
  report_id uuid not null references intake.report,
  county text not null references org.county,
  origin text not null check (origin in ('reporter','desk','feed')),
  subject_id uuid not null,
  sealed bytea not null,
  raised_band text check (raised_band in ('extreme','high','medium','low')),
  received_at timestamptz not null default now(),
  read_by uuid references org.account,
  read_at timestamptz
);
create index addition_report on intake.addition (report_id);

-- Who has the report open on the desk: two screeners are never on one report unawares.
create table intake.presence (
  report_id uuid not null references intake.report,
  account_id uuid not null references org.account,
  county text not null references org.county,
  doing text not null check (doing in ('reading','screening','reviewing')),
  since timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  primary key (report_id, account_id)
);

create table intake.proposal (
  id uuid primary key default uuidv7(),
  report_id uuid not null references intake.report,
  county text not null references org.county,
  round integer not null default 1,              -- again after a return
  outcome text not null check (outcome in ('accept','informationOnly','notAccepted')),
  reason text,                                   -- coded; required unless accepted as the system proposed
  band text not null check (band in ('extreme','high','medium','low')),
  band_source text not null check (band_source in ('rule','person')),
  system_proposal jsonb not null,                -- what triage proposed, with its rule ids and version
  differs boolean not null,
  differs_reason text,
  evidence jsonb not null default '[]',          -- which matches and flags were seen (ids and codes)
  note_sealed bytea,
  subject_id uuid not null,
  proposed_by uuid not null references org.account,
  proposed_at timestamptz not null default now(),
  needs_review boolean not null,
  review_rule text not null,                     -- why a second person is needed or not
  check (differs = (differs_reason is not null)),
  check (outcome = 'accept' or reason is not null),
  unique (report_id, round)
);

create table intake.proposal_line (
  id uuid primary key default uuidv7(),
  proposal_id uuid not null references intake.proposal,
  report_id uuid not null references intake.report,
  county text not null references org.county,
  programme text not null,
  urgency text not null check (urgency in ('immediate','urgent','ordinary')),
  grade text,                                    -- L1 | L2 for child protection
  class text,                                    -- C1 | C2 | C3
  unit_id uuid not null references org.unit,
  proposed_unit_id uuid references org.unit,     -- what routing proposed
  route_explanation jsonb not null,
  subject_person_id uuid references people.person,
  subject_record_id uuid references people.record,
  unique (proposal_id, programme, unit_id, subject_record_id)
);
create index proposal_line_proposal on intake.proposal_line (proposal_id);

create table intake.review (
  id uuid primary key default uuidv7(),
  proposal_id uuid not null unique references intake.proposal,
  report_id uuid not null references intake.report,
  county text not null references org.county,
  decision text not null check (decision in ('confirmed','changed','sentBack')),
  reason text,
  changes jsonb,
  reviewed_by uuid not null references org.account,
  reviewed_at timestamptz not null default now(),
  check (decision = 'confirmed' or reason is not null)
);

create table intake.dispatch (
  id uuid primary key default uuidv7(),
  report_id uuid not null references intake.report,
  proposal_line_id uuid references intake.proposal_line,
  county text not null references org.county,
  district text references org.district,
  programme text not null,
  unit_id uuid not null references org.unit,
  urgency text not null,
  band text not null,
  case_id uuid,                                  -- set when accepted (references casework.case, added there)
  status text not null default 'sent' check (status in ('sent','accepted','disputed','upheld','redirected','withdrawn')),
  sent_by uuid not null references org.account,
  sent_at timestamptz not null default now(),
  accept_due timestamptz not null,
  accepted_by uuid references org.account,
  accepted_at timestamptz,
  dispute_reason text,
  disputed_by uuid references org.account,
  disputed_at timestamptz,
  arbiter_due timestamptz,
  arbitrated_by uuid references org.account,
  arbitrated_at timestamptz,
  arbitration_reason text,
  redirected_to uuid references intake.dispatch,
  version integer not null default 1
);
create index dispatch_unit on intake.dispatch (unit_id, status, accept_due);
create index dispatch_report on intake.dispatch (report_id);
create index dispatch_disputes on intake.dispatch (county, arbiter_due) where status = 'disputed';

-- What the screen shows of cross-matching, until the decision.
create table intake.hit (
  id uuid primary key default uuidv7(),
  report_id uuid not null references intake.report,
  report_person_id uuid not null references intake.report_person,
  person_id uuid not null references people.person,
  county text not null references org.county,
  link_id uuid references people.link,
  match_type text not null,                      -- exactId, idTypo, nameBirth, nameAddress, namePhone, household …
  weight real not null,
  reasons jsonb not null,                        -- evidence codes
  created_at timestamptz not null default now(),
  expires_at timestamptz
);
create index hit_report on intake.hit (report_id);
create index hit_person on intake.hit (person_id);

create table intake.clock (
  id uuid primary key default uuidv7(),
  report_id uuid not null references intake.report,
  dispatch_id uuid references intake.dispatch,
  county text not null references org.county,
  rule text not null,                            -- desk-dispatch, triage-<band>, unit-accept, arbitration
  started_at timestamptz not null,
  due_at timestamptz not null,
  stopped_at timestamptz,
  escalated integer not null default 0,          -- how far escalation has gone
  unique nulls not distinct (report_id, dispatch_id, rule)
);
create index intake_clock_due on intake.clock (due_at) where stopped_at is null;
