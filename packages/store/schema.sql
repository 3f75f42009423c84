-- Generated from the catalogues of a migrated database (npm run generate). Do not edit.
-- What the migrations come to; row-level policies are in packages/store/src/policies.
create schema access;
create schema audit;
create schema auth;
create schema casework;
create schema erasure;
create schema files;
create schema intake;
create schema keys;
create schema network;
create schema org;
create schema people;
create schema system;
create schema vault;

-- Emergency access to one thing: with a reason, for one hour, told to the supervisor at once, reviewed within three days by somebody else.
create table access."break_glass" (
  id uuid default uuidv7() not null,
  account_id uuid not null,
  county text not null,
  unit_id uuid,
  kind text not null,
  target_id uuid not null,
  reason text not null,
  purpose text not null,
  started_at timestamp with time zone default now() not null,
  until timestamp with time zone default (now() + '01:00:00'::interval) not null,
  supervisor_told_at timestamp with time zone,
  review_due timestamp with time zone default (now() + '3 days'::interval) not null,
  reviewed_by uuid,
  reviewed_at timestamp with time zone,
  verdict text,
  review_note text,
  ended_at timestamp with time zone,
  constraint break_glass_pkey PRIMARY KEY (id),
  constraint break_glass_check CHECK (((until > started_at) AND (until <= (started_at + '01:00:00'::interval)))),
  constraint break_glass_check1 CHECK ((reviewed_by IS DISTINCT FROM account_id)),
  constraint break_glass_check2 CHECK (((reviewed_at IS NULL) = (verdict IS NULL))),
  constraint break_glass_kind_check CHECK ((kind = ANY (ARRAY['case'::text, 'report'::text, 'person'::text]))),
  constraint break_glass_reason_check CHECK ((length(btrim(reason)) >= 10)),
  constraint break_glass_verdict_check CHECK ((verdict = ANY (ARRAY['justified'::text, 'notJustified'::text])))
);
CREATE INDEX break_glass_account ON access.break_glass USING btree (account_id, until);
CREATE INDEX break_glass_pending ON access.break_glass USING btree (county, review_due) WHERE (reviewed_at IS NULL);
CREATE TRIGGER glass_changed AFTER INSERT OR UPDATE ON access.break_glass FOR EACH ROW EXECUTE FUNCTION access.glass_changed();

-- The kept reach of an account for a purpose, between two ends of grants; made anew whenever it does not hold. Losing it loses nothing.
create table access."entry" (
  account_id uuid not null,
  purpose text not null,
  stamp bigint not null,
  since timestamp with time zone not null,
  until timestamp with time zone not null,
  reach text not null,
  constraint entry_pkey PRIMARY KEY (account_id, purpose)
);

-- The national ID of whoever works here, by which they are kept from their own family and nothing else. Gone when the account is closed.
create table access."own_number" (
  account_id uuid not null,
  key_id text not null,
  whole bytea not null,
  sealed bytea not null,
  given_at timestamp with time zone default now() not null,
  constraint own_number_pkey PRIMARY KEY (account_id, key_id),
  constraint own_number_account_id_fkey FOREIGN KEY (account_id) REFERENCES org.account(id)
);
CREATE INDEX own_number_whole ON access.own_number USING btree (whole);
CREATE TRIGGER own_number_changed AFTER INSERT OR DELETE OR UPDATE ON access.own_number FOR EACH ROW EXECUTE FUNCTION access.own_people_changed();

-- The questions about an actor's grants that policies and lists ask; generated from them.
create table access."place" (
  key text not null,
  kind text not null,
  wanted text[] not null,
  class text default ''::text not null,
  constraint place_pkey PRIMARY KEY (key),
  constraint place_kind_check CHECK ((kind = ANY (ARRAY['counties'::text, 'districts'::text, 'units'::text, 'owned'::text, 'may'::text, 'sees'::text, 'holds'::text, 'narrow'::text, 'alone'::text])))
);

-- Somebody has withdrawn from a report or case (行政程序法 32, 33): to the rules they are a relative of that family. Lifted by somebody else only.
create table access."recusal" (
  id uuid default uuidv7() not null,
  account_id uuid not null,
  county text not null,
  unit_id uuid,
  kind text not null,
  target_id uuid not null,
  number text not null,
  ground text not null,
  declared_at timestamp with time zone default now() not null,
  lifted_at timestamp with time zone,
  lifted_by uuid,
  lifted_why text,
  constraint recusal_pkey PRIMARY KEY (id),
  constraint recusal_account_id_fkey FOREIGN KEY (account_id) REFERENCES org.account(id),
  constraint recusal_county_fkey FOREIGN KEY (county) REFERENCES org.county(id),
  constraint recusal_lifted_by_fkey FOREIGN KEY (lifted_by) REFERENCES org.account(id),
  constraint recusal_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES org.unit(id),
  constraint recusal_check CHECK ((lifted_by IS DISTINCT FROM account_id)),
  constraint recusal_check1 CHECK ((((lifted_at IS NULL) = (lifted_by IS NULL)) AND ((lifted_at IS NULL) = (lifted_why IS NULL)))),
  constraint recusal_kind_check CHECK ((kind = ANY (ARRAY['report'::text, 'case'::text]))),
  constraint recusal_lifted_why_check CHECK ((length(btrim(lifted_why)) >= 10))
);
CREATE INDEX recusal_county ON access.recusal USING btree (county, declared_at, id);
CREATE UNIQUE INDEX recusal_standing ON access.recusal USING btree (account_id, kind, target_id) WHERE (lifted_at IS NULL);
CREATE TRIGGER recusal_changed AFTER INSERT OR DELETE OR UPDATE ON access.recusal FOR EACH ROW EXECUTE FUNCTION access.own_people_changed();

-- Which role may do which act for which purpose, narrowed how, seeing which classes; generated from core/access.
create table access."rule" (
  role text not null,
  action text not null,
  purpose text not null,
  within text default ''::text not null,
  classes text[] not null,
  constraint rule_pkey PRIMARY KEY (role, action, purpose, within)
);

-- Which classes of data and which types of event a shared part of a case holds; generated from core/cases.
create table access."share_part" (
  part text not null,
  classes text[] not null,
  events text[] default '{}'::text[] not null,
  constraint share_part_pkey PRIMARY KEY (part)
);

-- Moves whenever the grants or the standing of an account change: a reach kept under another number is not used.
create table access."stamp" (
  account_id uuid not null,
  number bigint not null,
  constraint stamp_pkey PRIMARY KEY (account_id)
);

create table audit."block" (
  seq bigint not null,
  epoch integer not null,
  snapshot pg_snapshot not null,
  row_count integer not null,
  digest bytea not null,
  previous bytea not null,
  key_id text not null,
  mac bytea not null,
  sealed_at timestamp with time zone default clock_timestamp() not null,
  constraint block_pkey PRIMARY KEY (seq),
  constraint block_seq_check CHECK ((seq > 0))
);
CREATE INDEX audit_block_epoch ON audit.block USING btree (epoch, seq);

-- Who did or saw what, when, why, by which route, with which persons. detail holds codes and ids, never values.
create table audit."entry" (
  id bigint generated always as identity not null,
  epoch integer default 1 not null,
  xid xid8 default pg_current_xact_id() not null,
  at timestamp with time zone default clock_timestamp() not null,
  actor_id uuid not null,
  county text,
  purpose text not null,
  route text not null,
  action text not null,
  query_digest text,
  row_count integer,
  person_ids uuid[] default '{}'::uuid[] not null,
  ids uuid[] default '{}'::uuid[] not null,
  break_glass_id uuid,
  detail jsonb default '{}'::jsonb not null,
  constraint entry_pkey PRIMARY KEY (id)
);
CREATE INDEX audit_entry_action ON audit.entry USING btree (action, id);
CREATE INDEX audit_entry_actor ON audit.entry USING btree (actor_id, at);
CREATE INDEX audit_entry_county ON audit.entry USING btree (county, at);
CREATE INDEX audit_entry_person ON audit.entry USING gin (person_ids) WHERE (person_ids <> '{}'::uuid[]);
CREATE INDEX audit_entry_route ON audit.entry USING btree (route, id);
CREATE INDEX audit_entry_thing ON audit.entry USING gin (ids) WITH (gin_pending_list_limit='65536') WHERE (ids <> '{}'::uuid[]);
CREATE INDEX audit_entry_xid ON audit.entry USING btree (epoch, xid);

create table audit."era" (
  one boolean default true not null,
  epoch integer not null,
  constraint era_pkey PRIMARY KEY (one),
  constraint era_one_check CHECK (one)
);

-- Reasons that people typed, sealed. Read by the audit screen only; each reading is on record.
create table audit."reason" (
  id uuid not null,
  county text,
  actor_id uuid not null,
  action text not null,
  subject_id uuid not null,
  sealed bytea not null,
  given_at timestamp with time zone default now() not null,
  constraint reason_pkey PRIMARY KEY (id)
);
CREATE INDEX reason_subject ON audit.reason USING btree (subject_id);

create table audit."verification" (
  id bigint generated always as identity not null,
  whole boolean not null,
  from_block bigint not null,
  to_block bigint not null,
  row_count bigint not null,
  findings jsonb not null,
  verified_at timestamp with time zone not null,
  key_id text not null,
  mac bytea not null,
  read_by text,
  copies integer,
  constraint verification_pkey PRIMARY KEY (id),
  constraint verification_read_by_check CHECK ((read_by = ANY (ARRAY['job'::text, 'command'::text])))
);
CREATE INDEX verification_whole ON audit.verification USING btree (id DESC) WHERE whole;

create table auth."account" (
  id text not null,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamp with time zone,
  "refreshTokenExpiresAt" timestamp with time zone,
  scope text,
  password text,
  "createdAt" timestamp with time zone default now() not null,
  "updatedAt" timestamp with time zone default now() not null,
  given boolean default false not null,
  constraint account_pkey PRIMARY KEY (id),
  constraint "account_providerId_accountId_key" UNIQUE ("providerId", "accountId"),
  constraint "account_userId_fkey" FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE
);
CREATE INDEX account_user_id ON auth.account USING btree ("userId");

create table auth."rateLimit" (
  id text not null,
  key text not null,
  count integer not null,
  "lastRequest" bigint not null,
  constraint "rateLimit_key_key" UNIQUE (key),
  constraint "rateLimit_pkey" PRIMARY KEY (id)
);

create table auth."session" (
  id text not null,
  "expiresAt" timestamp with time zone not null,
  token text not null,
  "createdAt" timestamp with time zone default now() not null,
  "updatedAt" timestamp with time zone default now() not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null,
  constraint session_pkey PRIMARY KEY (id),
  constraint session_token_key UNIQUE (token),
  constraint "session_userId_fkey" FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE
);
CREATE INDEX session_user_id ON auth.session USING btree ("userId");

create table auth."twoFactor" (
  id text not null,
  secret text not null,
  "backupCodes" text not null,
  "userId" text not null,
  verified boolean default true,
  "failedVerificationCount" integer default 0,
  "lockedUntil" timestamp with time zone,
  constraint "twoFactor_pkey" PRIMARY KEY (id),
  constraint "twoFactor_userId_fkey" FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE
);
CREATE INDEX two_factor_user_id ON auth."twoFactor" USING btree ("userId");

create table auth."user" (
  id text not null,
  name text not null,
  email text not null,
  "emailVerified" boolean default false not null,
  image text,
  "createdAt" timestamp with time zone default now() not null,
  "updatedAt" timestamp with time zone default now() not null,
  "twoFactorEnabled" boolean default false,
  username text,
  "displayUsername" text,
  constraint user_email_key UNIQUE (email),
  constraint user_pkey PRIMARY KEY (id),
  constraint user_username_key UNIQUE (username)
);

create table auth."verification" (
  id text not null,
  identifier text not null,
  value text not null,
  "expiresAt" timestamp with time zone not null,
  "createdAt" timestamp with time zone default now() not null,
  "updatedAt" timestamp with time zone default now() not null,
  constraint verification_pkey PRIMARY KEY (id)
);
CREATE INDEX verification_identifier ON auth.verification USING btree (identifier);

-- Going over of a county's open cases of a programme to the statement in force.
create table casework."adoption" (
  id uuid default uuidv7() not null,
  county text not null,
  programme text not null,
  to_version text not null,
  status text default 'looking'::text not null,
  asked_by uuid not null,
  asked_at timestamp with time zone default now() not null,
  looked_at timestamp with time zone,
  proposed_by uuid,
  proposed_at timestamp with time zone,
  decided_by uuid,
  decided_at timestamp with time zone,
  done_at timestamp with time zone,
  version integer default 1 not null,
  constraint adoption_pkey PRIMARY KEY (id),
  constraint adoption_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES org.account(id),
  constraint adoption_county_fkey FOREIGN KEY (county) REFERENCES org.county(id),
  constraint adoption_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES org.account(id),
  constraint adoption_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES org.account(id),
  constraint adoption_check CHECK (((decided_by IS DISTINCT FROM proposed_by) OR (decided_by IS NULL))),
  constraint adoption_check1 CHECK (((status <> ALL (ARRAY['proposed'::text, 'approved'::text, 'done'::text, 'refused'::text])) OR (proposed_by IS NOT NULL))),
  constraint adoption_check2 CHECK (((status <> ALL (ARRAY['approved'::text, 'done'::text, 'refused'::text])) OR (decided_by IS NOT NULL))),
  constraint adoption_status_check CHECK ((status = ANY (ARRAY['looking'::text, 'looked'::text, 'proposed'::text, 'approved'::text, 'done'::text, 'refused'::text, 'dropped'::text])))
);
CREATE INDEX adoption_last ON casework.adoption USING btree (county, programme, asked_at);
CREATE UNIQUE INDEX adoption_under_way ON casework.adoption USING btree (county, programme) WHERE (status = ANY (ARRAY['looking'::text, 'looked'::text, 'proposed'::text, 'approved'::text]));

-- What going over changes for each case, and whether it has gone.
create table casework."adoption_case" (
  adoption_id uuid not null,
  case_id uuid not null,
  county text not null,
  number text not null,
  from_version text not null,
  changes jsonb default '[]'::jsonb not null,
  pending boolean not null,
  state text not null,
  moved_at timestamp with time zone,
  constraint adoption_case_pkey PRIMARY KEY (adoption_id, case_id),
  constraint adoption_case_adoption_id_fkey FOREIGN KEY (adoption_id) REFERENCES casework.adoption(id),
  constraint adoption_case_case_id_fkey FOREIGN KEY (case_id) REFERENCES casework."case"(id),
  constraint adoption_case_county_fkey FOREIGN KEY (county) REFERENCES org.county(id),
  constraint adoption_case_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'moved'::text, 'ended'::text, 'failed'::text])))
);
CREATE INDEX adoption_case_case ON casework.adoption_case USING btree (case_id);

create table casework."approval" (
  id uuid default uuidv7() not null,
  case_id uuid not null,
  county text not null,
  unit_id uuid not null,
  kind text not null,
  proposed_by uuid not null,
  proposed_at timestamp with time zone not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  decision text,
  reason text,
  constraint approval_pkey PRIMARY KEY (id),
  constraint approval_case_id_fkey FOREIGN KEY (case_id) REFERENCES casework."case"(id),
  constraint approval_county_fkey FOREIGN KEY (county) REFERENCES org.county(id),
  constraint approval_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES org.account(id),
  constraint approval_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES org.account(id),
  constraint approval_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES org.unit(id),
  constraint approval_decision_check CHECK ((decision = ANY (ARRAY['approved'::text, 'sentBack'::text, 'withdrawn'::text]))),
  constraint approval_kind_check CHECK ((kind = ANY (ARRAY['opening'::text, 'closing'::text, 'transfer'::text, 'move'::text, 'plan'::text]))),
  constraint approval_withdrawn CHECK (((decision IS DISTINCT FROM 'withdrawn'::text) OR (decided_by IS NULL)))
);
CREATE INDEX approval_case ON casework.approval USING btree (case_id);
CREATE INDEX approval_pending ON casework.approval USING btree (unit_id, proposed_at) WHERE (decided_at IS NULL);

create table casework."assessment" (
  id uuid not null,
  case_id uuid not null,
  county text not null,
  instrument text not null,
  instrument_version text not null,
  subject_person_id uuid,
  moment text not null,
  score real,
  band text,
  overridden boolean default false not null,
  happened_at timestamp with time zone not null,
  constraint assessment_pkey PRIMARY KEY (id),
  constraint assessment_case_id_fkey FOREIGN KEY (case_id) REFERENCES casework."case"(id),
  constraint assessment_county_fkey FOREIGN KEY (county) REFERENCES org.county(id),
  constraint assessment_subject_person_id_fkey FOREIGN KEY (subject_person_id) REFERENCES people.person(id),
  constraint assessment_moment_check CHECK ((moment = ANY (ARRAY['intake'::text, 'pre'::text, 'review'::text, 'post'::text])))
);
CREATE INDEX assessment_case ON casework.assessment USING btree (case_id, happened_at);

create table casework."assignment" (
  id uuid default uuidv7() not null,
  case_id uuid not null,
  account_id uuid not null,
  unit_id uuid not null,
  county text not null,
  role text not null,
  duty text,
  since timestamp with time zone not null,
  until timestamp with time zone,
  constraint assignment_pkey PRIMARY KEY (id),
  constraint assignment_account_id_fkey FOREIGN KEY (account_id) REFERENCES org.account(id),
  constraint assignment_case_id_fkey FOREIGN KEY (case_id) REFERENCES casework."case"(id),
  constraint assignment_county_fkey FOREIGN KEY (county) REFERENCES org.county(id),
  constraint assignment_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES org.unit(id),
  constraint assignment_role_check CHECK ((role = ANY (ARRAY['lead'::text, 'collaborator'::text, 'supervisor'::text])))
);
CREATE INDEX assignment_account ON casework.assignment USING btree (account_id, case_id) WHERE (until IS NULL);
CREATE INDEX assignment_case ON casework.assignment USING btree (case_id);
CREATE INDEX assignment_live ON casework.assignment USING btree (account_id, until);
CREATE UNIQUE INDEX assignment_one_lead ON casework.assignment USING btree (case_id) WHERE ((role = 'lead'::text) AND (until IS NULL));

-- Projection of one episode of service in one programme.
create table casework."case" (
  id uuid default uuidv7() not null,
  number text not null,
  county text not null,
  district text,
  unit_id uuid not null,
  programme text not null,
  pack_version text not null,
  side text not null,
  subject_person_id uuid,
  household_id uuid,
  title text,
  stage text not null,
  status text not null,
  risk text,
  lead_id uuid,
  supervisor_id uuid,
  needs text[] default '{}'::text[] not null,
  received_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  opened_at timestamp with time zone,
  closed_at timestamp with time zone,
  closure_code text,
  last_contact_at timestamp with time zone,
  next_due timestamp with time zone,
  next_rule text,
  version integer default 0 not null,
  demo boolean default false not null,
  erased_at timestamp with time zone,
  warnings text[] default '{}'::text[] not null,
  opening text,
  opening_at timestamp with time zone,
  placed integer default 0 not null,
  constraint case_county_number_key UNIQUE (county, number),
  constraint case_pkey PRIMARY KEY (id),
  constraint case_county_fkey FOREIGN KEY (county) REFERENCES org.county(id),
  constraint case_district_fkey FOREIGN KEY (district) REFERENCES org.district(id),
  constraint case_household_id_fkey FOREIGN KEY (household_id) REFERENCES people.household(id),
  constraint case_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES org.account(id),
  constraint case_subject_person_id_fkey FOREIGN KEY (subject_person_id) REFERENCES people.person(id),
  constraint case_supervisor_id_fkey FOREIGN KEY (supervisor_id) REFERENCES org.account(id),
  constraint case_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES org.unit(id),
  constraint case_opening_check CHECK ((opening = ANY (ARRAY['open'::text, 'shortTerm'::text, 'notOpened'::text]))),
  constraint case_placed_check CHECK ((placed >= 0)),
  constraint case_risk_check CHECK ((risk = ANY (ARRAY['extreme'::text, 'high'::text, 'medium'::text, 'low'::text]))),
  constraint case_side_check CHECK ((side = ANY (ARRAY['victim'::text, 'offender'::text, 'family'::text, 'neutral'::text]))),
  constraint case_status_check CHECK ((status = ANY (ARRAY['dispatched'::text, 'accepted'::text, 'assigned'::text, 'assessing'::text, 'openReview'::text, 'open'::text, 'shortTerm'::text, 'notOpened'::text, 'closeReview'::text, 'closed'::text])))
);
CREATE INDEX case_county_due ON casework."case" USING btree (county, next_due, id);
CREATE INDEX case_district_due ON casework."case" USING btree (district, next_due, id);
CREATE INDEX case_lead_due ON casework."case" USING btree (lead_id, next_due, id);
CREATE INDEX case_open_contact ON casework."case" USING btree (county, (
CASE
    WHEN (last_contact_at IS NULL) THEN received_at
    ELSE last_contact_at
END)) WHERE (closed_at IS NULL);
CREATE INDEX case_open_risk ON casework."case" USING btree (county, risk) WHERE ((closed_at IS NULL) AND (risk = ANY (ARRAY['high'::text, 'extreme'::text])));
CREATE INDEX case_pinned ON casework."case" USING btree (county, programme, pack_version, id) WHERE (status <> ALL (ARRAY['closed'::text, 'notOpened'::text]));
CREATE INDEX case_programme_closed ON casework."case" USING btree (programme, closed_at);
CREATE INDEX case_subject ON casework."case" USING btree (subject_person_id);
CREATE INDEX case_unit_due ON casework."case" USING btree (unit_id, next_due, id);
CREATE INDEX case_unit_status ON casework."case" USING btree (unit_id, status);
CREATE INDEX case_waiting ON casework."case" USING btree (county, status, unit_id) WHERE ((closed_at IS NULL) AND (status = ANY (ARRAY['accepted'::text, 'openReview'::text, 'closeReview'::text])));
CREATE CONSTRAINT TRIGGER taken_is_told AFTER UPDATE OF unit_id ON casework."case" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((old.unit_id IS DISTINCT FROM new.unit_id)) EXECUTE FUNCTION casework.taken_is_told();

-- The last running number given to a case, by county, prefix of the programme and month.
create table casework."case_counter" (
  county text not null,
  prefix text not null,
  month text not null,
  last integer not null,
  constraint case_counter_pkey PRIMARY KEY (county, prefix, month),
  constraint case_counter_county_fkey FOREIGN KEY (county) REFERENCES org.county(id)
);

create table casework."case_person" (
  case_id uuid not null,
  person_id uuid not null,
  county text not null,
  role text not null,
  relation text,
  since timestamp with time zone not null,
  until timestamp with time zone,
  constraint case_person_pkey PRIMARY KEY (case_id, person_id, role),
  constraint case_person_case_id_fkey FOREIGN KEY (case_id) REFERENCES casework."case"(id),
  constraint case_person_county_fkey FOREIGN KEY (county) REFERENCES org.county(id),
  constraint case_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id),
  constraint case_person_role_check CHECK ((role = ANY (ARRAY['subject'::text, 'member'::text, 'victim'::text, 'respondent'::text, 'caregiver'::text, 'contact'::text, 'collateral'::text])))
);
CREATE INDEX case_person_person ON casework.case_person USING btree (person_id);

create table casework."case_report" (
  case_id uuid not null,
  report_id uuid not null,
  dispatch_id uuid,
  county text not null,
  kind text not null,
  linked_at timestamp with time zone not null,
  constraint case_report_pkey PRIMARY KEY (case_id, report_id),
  constraint case_report_case_id_fkey FOREIGN KEY (case_id) REFERENCES casework."case"(id),
  constraint case_report_county_fkey FOREIGN KEY (county) REFERENCES org.county(id),
  constraint case_report_dispatch_id_fkey FOREIGN KEY (dispatch_id) REFERENCES intake.dispatch(id),
  constraint case_report_report_id_fkey FOREIGN KEY (report_id) REFERENCES intake.report(id),
  constraint case_report_kind_check CHECK ((kind = ANY (ARRAY['founding'::text, 'repeat'::text, 'related'::text])))
);
CREATE INDEX case_report_report ON casework.case_report USING btree (report_id);

create table casework."clock" (
  case_id uuid not null,
  rule text not null,
  instance text default ''::text not null,
  county text not null,
  started_at timestamp with time zone not null,
  due_at timestamp with time zone,
  paused_at timestamp with time zone,
  stopped_at timestamp with time zone,
  outcome text,
  escalated integer default 0 not null,
  constraint clock_pkey PRIMARY KEY (case_id, rule, instance),
  constraint clock_case_id_fkey FOREIGN KEY (case_id) REFERENCES casework."case"(id),
  constraint clock_county_fkey FOREIGN KEY (county) REFERENCES org.county(id),
  constraint clock_outcome_check CHECK ((outcome = ANY (ARRAY['met'::text, 'late'::text, 'void'::text])))
);
CREATE INDEX case_clock_due ON casework.clock USING btree (due_at) WHERE ((stopped_at IS NULL) AND (paused_at IS NULL));
CREATE INDEX case_clock_rule ON casework.clock USING btree (rule, due_at);
CREATE INDEX case_clock_steps ON casework.clock USING btree (rule, escalated, due_at) WHERE ((stopped_at IS NULL) AND (paused_at IS NULL));
CREATE TRIGGER told_anew BEFORE UPDATE OF due_at ON casework.clock FOR EACH ROW WHEN (((new.stopped_at IS NULL) AND (new.due_at > old.due_at) AND (new.escalated = old.escalated) AND (old.escalated > 0))) EXECUTE FUNCTION casework.told_anew();

create table casework."event" (
  case_id uuid not null,
  seq integer not null,
  id uuid default uuidv7() not null,
  county text not null,
  type text not null,
  schema_version integer default 1 not null,
  recorded_at timestamp with time zone default now() not null,
  happened_at timestamp with time zone not null,
  actor_id uuid not null,
  facts jsonb not null,
  subject_id uuid,
  sealed bytea,
  sensitivity text default 'S2'::text not null,
  constraint event_id_key UNIQUE (id),
  constraint event_pkey PRIMARY KEY (case_id, seq),
  constraint event_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES org.account(id),
  constraint event_case_id_fkey FOREIGN KEY (case_id) REFERENCES casework."case"(id) DEFERRABLE INITIALLY DEFERRED,
  constraint event_county_fkey FOREIGN KEY (county) REFERENCES org.county(id),
  constraint event_sensitivity_check CHECK ((sensitivity = ANY (ARRAY['S1'::text, 'S2'::text, 'S3'::text, 'S4'::text]))),
  constraint event_seq_check CHECK ((seq > 0))
);
CREATE INDEX event_happened ON casework.event USING btree (case_id, happened_at);
CREATE INDEX event_reopened ON casework.event USING btree (case_id, seq) WHERE (type = 'caseReopened'::text);

create table casework."family_word" (
  id uuid not null,
  case_id uuid not null,
  county text not null,
  about text not null,
  person_id uuid not null,
  other_id uuid not null,
  relation text,
  lives boolean,
  since date,
  until date,
  basis text not null,
  said_at timestamp with time zone not null,
  constraint family_word_pkey PRIMARY KEY (id),
  constraint family_word_case_id_fkey FOREIGN KEY (case_id) REFERENCES casework."case"(id),
  constraint family_word_county_fkey FOREIGN KEY (county) REFERENCES org.county(id),
  constraint family_word_other_id_fkey FOREIGN KEY (other_id) REFERENCES people.person(id),
  constraint family_word_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id),
  constraint family_word_about_check CHECK ((about = ANY (ARRAY['kin'::text, 'home'::text]))),
  constraint family_word_check CHECK (((about = 'home'::text) = (lives IS NOT NULL)))
);
CREATE INDEX family_word_case ON casework.family_word USING btree (case_id);
CREATE INDEX family_word_other ON casework.family_word USING btree (other_id);
CREATE INDEX family_word_person ON casework.family_word USING btree (person_id);

create table casework."goal" (
  id uuid not null,
  case_id uuid not null,
  county text not null,
  need text not null,
  status text not null,
  due_on date,
  reviewed_at timestamp with time zone,
  constraint goal_pkey PRIMARY KEY (id),
  constraint goal_case_id_fkey FOREIGN KEY (case_id) REFERENCES casework."case"(id),
  constraint goal_county_fkey FOREIGN KEY (county) REFERENCES org.county(id),
  constraint goal_status_check CHECK ((status = ANY (ARRAY['active'::text, 'achieved'::text, 'partly'::text, 'notAchieved'::text, 'dropped'::text])))
);
CREATE INDEX goal_case ON casework.goal USING btree (case_id);

-- Moves of cases to other units of the county.
create table casework."move" (
  id uuid not null,
  case_id uuid not null,
  county text not null,
  from_unit uuid not null,
  to_unit uuid not null,
  from_district text,
  to_district text,
  reason text not null,
  status text not null,
  proposed_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  answered_at timestamp with time zone,
  returned text,
  version integer not null,
  constraint move_pkey PRIMARY KEY (id),
  constraint move_case_id_fkey FOREIGN KEY (case_id) REFERENCES casework."case"(id),
  constraint move_county_fkey FOREIGN KEY (county) REFERENCES org.county(id),
  constraint move_from_district_fkey FOREIGN KEY (from_district) REFERENCES org.district(id),
  constraint move_from_unit_fkey FOREIGN KEY (from_unit) REFERENCES org.unit(id),
  constraint move_to_district_fkey FOREIGN KEY (to_district) REFERENCES org.district(id),
  constraint move_to_unit_fkey FOREIGN KEY (to_unit) REFERENCES org.unit(id),
  constraint move_status_check CHECK ((status = ANY (ARRAY['proposed'::text, 'sentBack'::text, 'sent'::text, 'returned'::text, 'withdrawn'::text, 'accepted'::text])))
);
CREATE INDEX move_case ON casework.move USING btree (case_id);
CREATE INDEX move_sent ON casework.move USING btree (to_unit, sent_at) WHERE (status = 'sent'::text);

create table casework."planned_visit" (
  id uuid not null,
  account_id uuid not null,
  case_id uuid not null,
  county text not null,
  said_by uuid not null,
  goes boolean not null,
  kind text not null,
  method text not null,
  persons uuid[] not null,
  planned_at timestamp with time zone not null,
  minutes integer,
  status text not null,
  expected_until timestamp with time zone,
  constraint planned_visit_pkey PRIMARY KEY (id, account_id),
  constraint planned_visit_account_id_fkey FOREIGN KEY (account_id) REFERENCES org.account(id),
  constraint planned_visit_case_id_fkey FOREIGN KEY (case_id) REFERENCES casework."case"(id),
  constraint planned_visit_county_fkey FOREIGN KEY (county) REFERENCES org.county(id),
  constraint planned_visit_kind_check CHECK ((kind = ANY (ARRAY['visit'::text, 'contact'::text]))),
  constraint planned_visit_status_check CHECK ((status = ANY (ARRAY['open'::text, 'kept'::text, 'nobodyHome'::text, 'refused'::text, 'cancelled'::text, 'lapsed'::text, 'passedOn'::text])))
);
CREATE INDEX planned_visit_account ON casework.planned_visit USING btree (account_id, planned_at);
CREATE INDEX planned_visit_case ON casework.planned_visit USING btree (case_id, planned_at);
CREATE INDEX planned_visit_until ON casework.planned_visit USING btree (expected_until) WHERE (expected_until IS NOT NULL);

create table casework."share" (
  id uuid default uuidv7() not null,
  case_id uuid not null,
  county text not null,
  to_unit uuid,
  to_account uuid,
  parts text[] not null,
  purpose text not null,
  legal_basis text not null,
  granted_by uuid not null,
  since timestamp with time zone not null,
  until timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint share_pkey PRIMARY KEY (id),
  constraint share_case_id_fkey FOREIGN KEY (case_id) REFERENCES casework."case"(id),
  constraint share_county_fkey FOREIGN KEY (county) REFERENCES org.county(id),
  constraint share_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES org.account(id),
  constraint share_to_account_fkey FOREIGN KEY (to_account) REFERENCES org.account(id),
  constraint share_to_unit_fkey FOREIGN KEY (to_unit) REFERENCES org.unit(id),
  constraint share_check CHECK (((to_unit IS NULL) <> (to_account IS NULL)))
);
CREATE INDEX share_account ON casework.share USING btree (to_account, case_id) WHERE (ended_at IS NULL);
CREATE INDEX share_case ON casework.share USING btree (case_id);
CREATE INDEX share_unit ON casework.share USING btree (to_unit, case_id) WHERE (ended_at IS NULL);

create table casework."transfer" (
  id uuid not null,
  case_id uuid not null,
  county text not null,
  to_county text,
  reason text not null,
  status text not null,
  proposed_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  answered_at timestamp with time zone,
  returned text,
  to_unit uuid,
  report_id uuid,
  report_number text,
  constraint transfer_pkey PRIMARY KEY (id),
  constraint transfer_case_id_fkey FOREIGN KEY (case_id) REFERENCES casework."case"(id),
  constraint transfer_county_fkey FOREIGN KEY (county) REFERENCES org.county(id),
  constraint transfer_report_id_fkey FOREIGN KEY (report_id) REFERENCES intake.report(id) DEFERRABLE INITIALLY DEFERRED,
  constraint transfer_to_county_fkey FOREIGN KEY (to_county) REFERENCES org.county(id),
  constraint transfer_to_unit_fkey FOREIGN KEY (to_unit) REFERENCES org.unit(id),
  constraint transfer_status_check CHECK ((status = ANY (ARRAY['proposed'::text, 'sentBack'::text, 'sent'::text, 'returned'::text, 'withdrawn'::text, 'accepted'::text])))
);
CREATE INDEX transfer_case ON casework.transfer USING btree (case_id);
CREATE UNIQUE INDEX transfer_report ON casework.transfer USING btree (report_id) WHERE (report_id IS NOT NULL);

create table casework."visit" (
  id uuid not null,
  case_id uuid not null,
  county text not null,
  kind text not null,
  method text not null,
  outcome text not null,
  person_id uuid,
  happened_at timestamp with time zone not null,
  by_account uuid not null,
  constraint visit_pkey PRIMARY KEY (id),
  constraint visit_by_account_fkey FOREIGN KEY (by_account) REFERENCES org.account(id),
  constraint visit_case_id_fkey FOREIGN KEY (case_id) REFERENCES casework."case"(id),
  constraint visit_county_fkey FOREIGN KEY (county) REFERENCES org.county(id),
  constraint visit_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id),
  constraint visit_kind_check CHECK ((kind = ANY (ARRAY['visit'::text, 'contact'::text])))
);
CREATE INDEX visit_case ON casework.visit USING btree (case_id, happened_at);

-- What must be kept beyond its time: a court, an investigation, a claim. Placed and lifted by a person.
create table erasure."hold" (
  id uuid default uuidv7() not null,
  kind text not null,
  target_id uuid not null,
  order_ref text not null,
  placed_by uuid not null,
  placed_at timestamp with time zone default now() not null,
  lifted_by uuid,
  lifted_at timestamp with time zone,
  constraint hold_pkey PRIMARY KEY (id),
  constraint hold_lifted_by_fkey FOREIGN KEY (lifted_by) REFERENCES org.account(id),
  constraint hold_placed_by_fkey FOREIGN KEY (placed_by) REFERENCES org.account(id),
  constraint hold_check CHECK (((lifted_by IS NULL) = (lifted_at IS NULL))),
  constraint hold_kind_check CHECK ((kind = ANY (ARRAY['case'::text, 'report'::text, 'person'::text])))
);
CREATE INDEX hold_target ON erasure.hold USING btree (target_id) WHERE (lifted_at IS NULL);

-- Proof that an erasure was carried out; ids only, which lead to nothing any more.
create table erasure."tombstone" (
  id uuid default uuidv7() not null,
  order_ref text not null,
  legal_basis text not null,
  subject_ids uuid[] not null,
  ordered_by uuid not null,
  executed_at timestamp with time zone default now() not null,
  counts jsonb default '{}'::jsonb not null,
  constraint tombstone_pkey PRIMARY KEY (id)
);

create table files."file" (
  id uuid default uuidv7() not null,
  county text not null,
  report_id uuid,
  case_id uuid,
  person_id uuid,
  subject_id uuid not null,
  name_sealed bytea not null,
  media_type text,
  size bigint,
  digest bytea,
  state text default 'uploading'::text not null,
  scan text default 'pending'::text not null,
  scanned_at timestamp with time zone,
  original_of uuid,
  created_by uuid not null,
  created_at timestamp with time zone default now() not null,
  constraint file_pkey PRIMARY KEY (id),
  constraint file_original_of_fkey FOREIGN KEY (original_of) REFERENCES files.file(id),
  constraint file_check CHECK (((state = 'whole'::text) = ((digest IS NOT NULL) AND (size IS NOT NULL) AND (media_type IS NOT NULL)))),
  constraint file_check1 CHECK (((report_id IS NOT NULL) OR (case_id IS NOT NULL) OR (person_id IS NOT NULL))),
  constraint file_scan_check CHECK ((scan = ANY (ARRAY['pending'::text, 'clean'::text, 'infected'::text, 'notScanned'::text]))),
  constraint file_state_check CHECK ((state = ANY (ARRAY['uploading'::text, 'whole'::text])))
);
CREATE INDEX file_case ON files.file USING btree (case_id);
CREATE INDEX file_person ON files.file USING btree (person_id);
CREATE INDEX file_report ON files.file USING btree (report_id);
CREATE INDEX file_subject ON files.file USING btree (subject_id);
CREATE INDEX file_uploading ON files.file USING btree (created_at) WHERE (state = 'uploading'::text);

create table files."piece" (
  file_id uuid not null,
  "position" integer not null,
  sealed bytea not null,
  constraint piece_pkey PRIMARY KEY (file_id, "position"),
  constraint piece_file_id_fkey FOREIGN KEY (file_id) REFERENCES files.file(id) ON DELETE CASCADE
);

create table intake."addition" (
  id uuid default uuidv7() not null,
  report_id uuid not null,
  county text not null,
  origin text not null,
  subject_id uuid not null,
  sealed bytea not null,
  raised_band text,
  received_at timestamp with time zone default now() not null,
  read_by uuid,
  read_at timestamp with time zone,
  constraint addition_pkey PRIMARY KEY (id),
  constraint addition_county_fkey FOREIGN KEY (county) REFERENCES org.county(id),
  constraint addition_read_by_fkey FOREIGN KEY (read_by) REFERENCES org.account(id),
  constraint addition_report_id_fkey FOREIGN KEY (report_id) REFERENCES intake.report(id),
  constraint addition_origin_check CHECK ((origin = ANY (ARRAY['reporter'::text, 'desk'::text, 'feed'::text]))),
  constraint addition_raised_band_check CHECK ((raised_band = ANY (ARRAY['extreme'::text, 'high'::text, 'medium'::text, 'low'::text])))
);
CREATE INDEX addition_report ON intake.addition USING btree (report_id);

create table intake."clock" (
  id uuid default uuidv7() not null,
  report_id uuid not null,
  dispatch_id uuid,
  county text not null,
  rule text not null,
  started_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  stopped_at timestamp with time zone,
  escalated integer default 0 not null,
  constraint clock_pkey PRIMARY KEY (id),
  constraint clock_report_id_dispatch_id_rule_key UNIQUE NULLS NOT DISTINCT (report_id, dispatch_id, rule),
  constraint clock_county_fkey FOREIGN KEY (county) REFERENCES org.county(id),
  constraint clock_dispatch_id_fkey FOREIGN KEY (dispatch_id) REFERENCES intake.dispatch(id),
  constraint clock_report_id_fkey FOREIGN KEY (report_id) REFERENCES intake.report(id)
);
CREATE INDEX intake_clock_due ON intake.clock USING btree (due_at) WHERE (stopped_at IS NULL);

create table intake."dispatch" (
  id uuid default uuidv7() not null,
  report_id uuid not null,
  proposal_line_id uuid,
  county text not null,
  district text,
  programme text not null,
  unit_id uuid not null,
  urgency text not null,
  band text not null,
  case_id uuid,
  status text default 'sent'::text not null,
  sent_by uuid not null,
  sent_at timestamp with time zone default now() not null,
  accept_due timestamp with time zone not null,
  accepted_by uuid,
  accepted_at timestamp with time zone,
  dispute_reason text,
  disputed_by uuid,
  disputed_at timestamp with time zone,
  arbiter_due timestamp with time zone,
  arbitrated_by uuid,
  arbitrated_at timestamp with time zone,
  arbitration_reason text,
  redirected_to uuid,
  version integer default 1 not null,
  told_as text,
  for_case uuid,
  constraint dispatch_pkey PRIMARY KEY (id),
  constraint dispatch_accepted_by_fkey FOREIGN KEY (accepted_by) REFERENCES org.account(id),
  constraint dispatch_arbitrated_by_fkey FOREIGN KEY (arbitrated_by) REFERENCES org.account(id),
  constraint dispatch_case_id_fkey FOREIGN KEY (case_id) REFERENCES casework."case"(id),
  constraint dispatch_county_fkey FOREIGN KEY (county) REFERENCES org.county(id),
  constraint dispatch_disputed_by_fkey FOREIGN KEY (disputed_by) REFERENCES org.account(id),
  constraint dispatch_district_fkey FOREIGN KEY (district) REFERENCES org.district(id),
  constraint dispatch_for_case_fkey FOREIGN KEY (for_case) REFERENCES casework."case"(id),
  constraint dispatch_proposal_line_id_fkey FOREIGN KEY (proposal_line_id) REFERENCES intake.proposal_line(id),
  constraint dispatch_redirected_to_fkey FOREIGN KEY (redirected_to) REFERENCES intake.dispatch(id),
  constraint dispatch_report_id_fkey FOREIGN KEY (report_id) REFERENCES intake.report(id),
  constraint dispatch_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES org.account(id),
  constraint dispatch_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES org.unit(id),
  constraint dispatch_status_check CHECK ((status = ANY (ARRAY['sent'::text, 'accepted'::text, 'disputed'::text, 'upheld'::text, 'redirected'::text, 'withdrawn'::text]))),
  constraint dispatch_told_as_check CHECK ((told_as = ANY (ARRAY['case'::text, 'report'::text])))
);
CREATE INDEX dispatch_disputes ON intake.dispatch USING btree (county, arbiter_due) WHERE (status = 'disputed'::text);
CREATE INDEX dispatch_report ON intake.dispatch USING btree (report_id);
CREATE INDEX dispatch_unit ON intake.dispatch USING btree (unit_id, status, accept_due);

create table intake."evidence_decision" (
  id uuid default uuidv7() not null,
  report_id uuid not null,
  county text not null,
  concept_set text not null,
  code text not null,
  decision text not null,
  lexicon text not null,
  decided_by uuid not null,
  decided_at timestamp with time zone default now() not null,
  constraint evidence_decision_pkey PRIMARY KEY (id),
  constraint evidence_decision_county_fkey FOREIGN KEY (county) REFERENCES org.county(id),
  constraint evidence_decision_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES org.account(id),
  constraint evidence_decision_report_id_fkey FOREIGN KEY (report_id) REFERENCES intake.report(id),
  constraint evidence_decision_code_check CHECK ((code ~ '^[A-Za-z0-9._:-]{1,80}$'::text)),
  constraint evidence_decision_concept_set_check CHECK ((concept_set = ANY (ARRAY['grounds'::text, 'needType'::text, 'immediateDanger'::text, 'childrenInHome'::text]))),
  constraint evidence_decision_decision_check CHECK ((decision = ANY (ARRAY['confirmed'::text, 'rejected'::text])))
);
CREATE INDEX evidence_decision_report ON intake.evidence_decision USING btree (report_id, decided_at);

create table intake."hit" (
  id uuid default uuidv7() not null,
  report_id uuid not null,
  report_person_id uuid not null,
  person_id uuid not null,
  county text not null,
  link_id uuid,
  match_type text not null,
  weight real not null,
  reasons jsonb not null,
  created_at timestamp with time zone default now() not null,
  expires_at timestamp with time zone,
  constraint hit_pkey PRIMARY KEY (id),
  constraint hit_county_fkey FOREIGN KEY (county) REFERENCES org.county(id),
  constraint hit_link_id_fkey FOREIGN KEY (link_id) REFERENCES people.link(id),
  constraint hit_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id),
  constraint hit_report_id_fkey FOREIGN KEY (report_id) REFERENCES intake.report(id),
  constraint hit_report_person_id_fkey FOREIGN KEY (report_person_id) REFERENCES intake.report_person(id)
);
CREATE INDEX hit_person ON intake.hit USING btree (person_id);
CREATE INDEX hit_report ON intake.hit USING btree (report_id);

-- Coded facts of a reported person that were learned after the report; matching runs again with them.
create table intake."learned_fact" (
  id uuid default uuidv7() not null,
  report_id uuid not null,
  report_person_id uuid not null,
  record_id uuid not null,
  county text not null,
  subject_id uuid not null,
  kind text not null,
  sealed bytea not null,
  hidden boolean default false not null,
  said_by text not null,
  said_at timestamp with time zone not null,
  taken_by uuid not null,
  taken_at timestamp with time zone default now() not null,
  back_at timestamp with time zone,
  back_by uuid,
  back_why text,
  constraint learned_fact_pkey PRIMARY KEY (id),
  constraint learned_fact_back_by_fkey FOREIGN KEY (back_by) REFERENCES org.account(id),
  constraint learned_fact_county_fkey FOREIGN KEY (county) REFERENCES org.county(id),
  constraint learned_fact_record_id_fkey FOREIGN KEY (record_id) REFERENCES people.record(id),
  constraint learned_fact_report_id_fkey FOREIGN KEY (report_id) REFERENCES intake.report(id),
  constraint learned_fact_report_person_id_fkey FOREIGN KEY (report_person_id) REFERENCES intake.report_person(id),
  constraint learned_fact_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES org.account(id),
  constraint learned_fact_back CHECK ((num_nulls(back_at, back_by, back_why) = ANY (ARRAY[0, 3]))),
  constraint learned_fact_back_why_check CHECK ((back_why = ANY (ARRAY['mistyped'::text, 'otherPerson'::text, 'saidOtherwise'::text]))),
  constraint learned_fact_check CHECK (((NOT hidden) OR (kind = ANY (ARRAY['phone'::text, 'address'::text, 'school'::text])))),
  constraint learned_fact_kind_check CHECK ((kind = ANY (ARRAY['name'::text, 'birthDate'::text, 'birthYear'::text, 'nationalId'::text, 'phone'::text, 'address'::text, 'school'::text]))),
  constraint learned_fact_said_by_check CHECK ((said_by = ANY (ARRAY['reporter'::text, 'self'::text, 'family'::text, 'school'::text, 'police'::text, 'health'::text, 'agency'::text, 'other'::text])))
);
CREATE INDEX learned_fact_record ON intake.learned_fact USING btree (record_id, id);
CREATE INDEX learned_fact_report ON intake.learned_fact USING btree (report_id, id);

create table intake."presence" (
  report_id uuid not null,
  account_id uuid not null,
  county text not null,
  doing text not null,
  since timestamp with time zone default now() not null,
  seen_at timestamp with time zone default now() not null,
  constraint presence_pkey PRIMARY KEY (report_id, account_id),
  constraint presence_account_id_fkey FOREIGN KEY (account_id) REFERENCES org.account(id),
  constraint presence_county_fkey FOREIGN KEY (county) REFERENCES org.county(id),
  constraint presence_report_id_fkey FOREIGN KEY (report_id) REFERENCES intake.report(id),
  constraint presence_doing_check CHECK ((doing = ANY (ARRAY['reading'::text, 'screening'::text, 'reviewing'::text])))
);

create table intake."proposal" (
  id uuid default uuidv7() not null,
  report_id uuid not null,
  county text not null,
  round integer default 1 not null,
  outcome text not null,
  reason text,
  band text not null,
  band_source text not null,
  system_proposal jsonb not null,
  differs boolean not null,
  differs_reason text,
  evidence jsonb default '[]'::jsonb not null,
  note_sealed bytea,
  subject_id uuid not null,
  proposed_by uuid not null,
  proposed_at timestamp with time zone default now() not null,
  needs_review boolean not null,
  review_rule text not null,
  to_county text,
  repeat_of uuid,
  serving_case uuid,
  constraint proposal_pkey PRIMARY KEY (id),
  constraint proposal_report_id_round_key UNIQUE (report_id, round),
  constraint proposal_county_fkey FOREIGN KEY (county) REFERENCES org.county(id),
  constraint proposal_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES org.account(id),
  constraint proposal_repeat_of_fkey FOREIGN KEY (repeat_of) REFERENCES intake.report(id),
  constraint proposal_report_id_fkey FOREIGN KEY (report_id) REFERENCES intake.report(id),
  constraint proposal_serving_case_fkey FOREIGN KEY (serving_case) REFERENCES casework."case"(id),
  constraint proposal_to_county_fkey FOREIGN KEY (to_county) REFERENCES org.county(id),
  constraint proposal_band_check CHECK ((band = ANY (ARRAY['extreme'::text, 'high'::text, 'medium'::text, 'low'::text]))),
  constraint proposal_band_source_check CHECK ((band_source = ANY (ARRAY['rule'::text, 'person'::text]))),
  constraint proposal_check CHECK ((differs = (differs_reason IS NOT NULL))),
  constraint proposal_check1 CHECK (((outcome = 'accept'::text) OR (reason IS NOT NULL))),
  constraint proposal_outcome_check CHECK ((outcome = ANY (ARRAY['accept'::text, 'informationOnly'::text, 'notAccepted'::text]))),
  constraint proposal_rests_on_one CHECK ((num_nonnulls(repeat_of, serving_case) <= 1))
);

create table intake."proposal_line" (
  id uuid default uuidv7() not null,
  proposal_id uuid not null,
  report_id uuid not null,
  county text not null,
  programme text not null,
  urgency text not null,
  grade text,
  class text,
  unit_id uuid not null,
  proposed_unit_id uuid,
  route_explanation jsonb not null,
  subject_person_id uuid,
  subject_record_id uuid,
  constraint proposal_line_pkey PRIMARY KEY (id),
  constraint proposal_line_proposal_id_programme_unit_id_subject_record__key UNIQUE (proposal_id, programme, unit_id, subject_record_id),
  constraint proposal_line_county_fkey FOREIGN KEY (county) REFERENCES org.county(id),
  constraint proposal_line_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES intake.proposal(id),
  constraint proposal_line_proposed_unit_id_fkey FOREIGN KEY (proposed_unit_id) REFERENCES org.unit(id),
  constraint proposal_line_report_id_fkey FOREIGN KEY (report_id) REFERENCES intake.report(id),
  constraint proposal_line_subject_person_id_fkey FOREIGN KEY (subject_person_id) REFERENCES people.person(id),
  constraint proposal_line_subject_record_id_fkey FOREIGN KEY (subject_record_id) REFERENCES people.record(id),
  constraint proposal_line_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES org.unit(id),
  constraint proposal_line_urgency_check CHECK ((urgency = ANY (ARRAY['immediate'::text, 'urgent'::text, 'ordinary'::text])))
);
CREATE INDEX proposal_line_proposal ON intake.proposal_line USING btree (proposal_id);

create table intake."receipt" (
  report_id uuid not null,
  number text not null,
  code_hash bytea not null,
  created_at timestamp with time zone default now() not null,
  expires_at timestamp with time zone not null,
  failed integer default 0 not null,
  locked_until timestamp with time zone,
  constraint receipt_number_key UNIQUE (number),
  constraint receipt_pkey PRIMARY KEY (report_id),
  constraint receipt_report_id_fkey FOREIGN KEY (report_id) REFERENCES intake.report(id)
);

create table intake."report" (
  id uuid default uuidv7() not null,
  number text not null,
  county text not null,
  district text,
  channel text not null,
  reporter_kind text not null,
  mandatory boolean default false not null,
  report_type text default 'initial'::text not null,
  wants_reply boolean default false not null,
  received_at timestamp with time zone default now() not null,
  occurred_on date,
  occurred_precision text default 'unknown'::text not null,
  place_kind text,
  grounds text[] default '{}'::text[] not null,
  needs text[] default '{}'::text[] not null,
  answers jsonb default '{}'::jsonb not null,
  subject_id uuid not null,
  status text default 'received'::text not null,
  band text not null,
  band_source text not null,
  band_reasons jsonb default '[]'::jsonb not null,
  triage_due timestamp with time zone not null,
  desk_due timestamp with time zone not null,
  next_due timestamp with time zone not null,
  repeat_of uuid,
  prior_reports integer default 0 not null,
  pack_version text not null,
  demo boolean default false not null,
  version integer default 1 not null,
  created_by uuid,
  decided_at timestamp with time zone,
  first_dispatched_at timestamp with time zone,
  handled_at timestamp with time zone,
  erased_at timestamp with time zone,
  handed_from jsonb,
  handed_to jsonb,
  constraint report_county_number_key UNIQUE (county, number),
  constraint report_pkey PRIMARY KEY (id),
  constraint report_county_fkey FOREIGN KEY (county) REFERENCES org.county(id),
  constraint report_created_by_fkey FOREIGN KEY (created_by) REFERENCES org.account(id),
  constraint report_district_fkey FOREIGN KEY (district) REFERENCES org.district(id),
  constraint report_repeat_of_fkey FOREIGN KEY (repeat_of) REFERENCES intake.report(id),
  constraint report_band_check CHECK ((band = ANY (ARRAY['extreme'::text, 'high'::text, 'medium'::text, 'low'::text]))),
  constraint report_band_source_check CHECK ((band_source = ANY (ARRAY['rule'::text, 'person'::text]))),
  constraint report_occurred_precision_check CHECK ((occurred_precision = ANY (ARRAY['minute'::text, 'day'::text, 'month'::text, 'approximate'::text, 'unknown'::text]))),
  constraint report_report_type_check CHECK ((report_type = ANY (ARRAY['initial'::text, 'followUp'::text, 'final'::text]))),
  constraint report_status_check CHECK ((status = ANY (ARRAY['received'::text, 'screening'::text, 'proposed'::text, 'reviewed'::text, 'dispatched'::text, 'closedAtDesk'::text, 'returned'::text])))
);
CREATE INDEX report_created_by ON intake.report USING btree (created_by, id) WHERE (created_by IS NOT NULL);
CREATE INDEX report_district_queue ON intake.report USING btree (district, next_due) WHERE (status = ANY (ARRAY['received'::text, 'screening'::text, 'proposed'::text, 'returned'::text]));
CREATE INDEX report_district_received ON intake.report USING btree (district, received_at DESC);
CREATE INDEX report_queue ON intake.report USING btree (county, next_due) WHERE (status = ANY (ARRAY['received'::text, 'screening'::text, 'proposed'::text, 'returned'::text]));
CREATE INDEX report_received ON intake.report USING btree (county, received_at DESC);
CREATE INDEX report_repeat_of ON intake.report USING btree (repeat_of) WHERE (repeat_of IS NOT NULL);

-- The last running number given to a report, by county and day.
create table intake."report_counter" (
  county text not null,
  day date not null,
  last integer not null,
  constraint report_counter_pkey PRIMARY KEY (county, day),
  constraint report_counter_county_fkey FOREIGN KEY (county) REFERENCES org.county(id)
);

create table intake."report_home" (
  report_person_id uuid not null,
  report_id uuid not null,
  county text not null,
  lives boolean not null,
  constraint report_home_pkey PRIMARY KEY (report_person_id),
  constraint report_home_county_fkey FOREIGN KEY (county) REFERENCES org.county(id),
  constraint report_home_report_id_fkey FOREIGN KEY (report_id) REFERENCES intake.report(id),
  constraint report_home_report_person_id_fkey FOREIGN KEY (report_person_id) REFERENCES intake.report_person(id)
);
CREATE INDEX report_home_report ON intake.report_home USING btree (report_id);

create table intake."report_person" (
  id uuid default uuidv7() not null,
  report_id uuid not null,
  county text not null,
  role text not null,
  record_id uuid not null,
  person_id uuid,
  relation_to_subject text,
  whereabouts text,
  "position" integer default 0 not null,
  constraint report_person_pkey PRIMARY KEY (id),
  constraint report_person_report_id_record_id_key UNIQUE (report_id, record_id),
  constraint report_person_county_fkey FOREIGN KEY (county) REFERENCES org.county(id),
  constraint report_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id),
  constraint report_person_record_id_fkey FOREIGN KEY (record_id) REFERENCES people.record(id),
  constraint report_person_report_id_fkey FOREIGN KEY (report_id) REFERENCES intake.report(id),
  constraint report_person_role_check CHECK ((role = ANY (ARRAY['subject'::text, 'victim'::text, 'respondent'::text, 'caregiver'::text, 'familyMember'::text, 'witness'::text, 'other'::text])))
);
CREATE INDEX report_person_person ON intake.report_person USING btree (person_id);
CREATE INDEX report_person_record ON intake.report_person USING btree (record_id);
CREATE INDEX report_person_report ON intake.report_person USING btree (report_id);

create table intake."report_text" (
  report_id uuid not null,
  part text not null,
  county text not null,
  subject_id uuid not null,
  sealed bytea not null,
  evidence jsonb default '[]'::jsonb not null,
  constraint report_text_pkey PRIMARY KEY (report_id, part),
  constraint report_text_county_fkey FOREIGN KEY (county) REFERENCES org.county(id),
  constraint report_text_report_id_fkey FOREIGN KEY (report_id) REFERENCES intake.report(id)
);

create table intake."review" (
  id uuid default uuidv7() not null,
  proposal_id uuid not null,
  report_id uuid not null,
  county text not null,
  decision text not null,
  reason text,
  changes jsonb,
  reviewed_by uuid not null,
  reviewed_at timestamp with time zone default now() not null,
  constraint review_pkey PRIMARY KEY (id),
  constraint review_proposal_id_key UNIQUE (proposal_id),
  constraint review_county_fkey FOREIGN KEY (county) REFERENCES org.county(id),
  constraint review_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES intake.proposal(id),
  constraint review_report_id_fkey FOREIGN KEY (report_id) REFERENCES intake.report(id),
  constraint review_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES org.account(id),
  constraint review_check CHECK (((decision = 'confirmed'::text) OR (reason IS NOT NULL))),
  constraint review_decision_check CHECK ((decision = ANY (ARRAY['confirmed'::text, 'changed'::text, 'sentBack'::text])))
);

-- One data key per subject and record class, wrapped. Left out of backups; backed up apart.
create table keys."subject" (
  id uuid not null,
  subject_id uuid not null,
  record_class text not null,
  wrapped bytea not null,
  master_id text not null,
  created_at timestamp with time zone default now() not null,
  constraint subject_pkey PRIMARY KEY (id)
);
CREATE INDEX subject_master ON keys.subject USING btree (master_id, id);
CREATE UNIQUE INDEX subject_class ON keys.subject USING btree (subject_id, record_class);

create table network."referral" (
  id uuid default uuidv7() not null,
  case_id uuid not null,
  county text not null,
  from_unit uuid not null,
  to_unit uuid not null,
  need text not null,
  fields text[] not null,
  subject_id uuid not null,
  sealed bytea not null,
  status text not null,
  sent_by uuid not null,
  sent_at timestamp with time zone not null,
  answer_due timestamp with time zone not null,
  answered_by uuid,
  answered_at timestamp with time zone,
  answer_sealed bytea,
  outcome text,
  version integer default 1 not null,
  first_due timestamp with time zone,
  constraint referral_pkey PRIMARY KEY (id),
  constraint referral_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES org.account(id),
  constraint referral_case_id_fkey FOREIGN KEY (case_id) REFERENCES casework."case"(id),
  constraint referral_county_fkey FOREIGN KEY (county) REFERENCES org.county(id),
  constraint referral_from_unit_fkey FOREIGN KEY (from_unit) REFERENCES org.unit(id),
  constraint referral_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES org.account(id),
  constraint referral_to_unit_fkey FOREIGN KEY (to_unit) REFERENCES org.unit(id),
  constraint referral_status_check CHECK ((status = ANY (ARRAY['sent'::text, 'accepted'::text, 'declined'::text, 'completed'::text, 'returned'::text, 'cancelled'::text])))
);
CREATE INDEX referral_case ON network.referral USING btree (case_id);
CREATE INDEX referral_to ON network.referral USING btree (to_unit, status, answer_due);

create table org."account" (
  id uuid default uuidv7() not null,
  county text,
  unit_id uuid,
  username text not null,
  name text not null,
  title text,
  locale text default 'zh-TW'::text not null,
  active boolean default true not null,
  person_id uuid,
  system boolean default false not null,
  version integer default 1 not null,
  created_at timestamp with time zone default now() not null,
  extension text,
  constraint account_pkey PRIMARY KEY (id),
  constraint account_username_key UNIQUE (username),
  constraint account_county_fkey FOREIGN KEY (county) REFERENCES org.county(id),
  constraint account_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES org.unit(id),
  constraint account_check CHECK ((system OR (county IS NOT NULL))),
  constraint account_extension_check CHECK ((extension ~ '^[0-9]{1,6}$'::text)),
  constraint account_locale_check CHECK ((locale = ANY (ARRAY['zh-TW'::text, 'en'::text])))
);
CREATE INDEX account_county ON org.account USING btree (county);
CREATE INDEX account_unit ON org.account USING btree (unit_id);
CREATE TRIGGER account_changed AFTER UPDATE ON org.account FOR EACH ROW WHEN (((old.active IS DISTINCT FROM new.active) OR (old.system IS DISTINCT FROM new.system) OR (old.person_id IS DISTINCT FROM new.person_id))) EXECUTE FUNCTION access.account_changed();
CREATE TRIGGER own_number_goes AFTER UPDATE ON org.account FOR EACH ROW WHEN ((old.active AND (NOT new.active))) EXECUTE FUNCTION access.own_number_goes();

-- Days on which Monday-to-Friday does not tell whether offices work; imported per year.
create table org."calendar_day" (
  date date not null,
  working boolean not null,
  name_zh text not null,
  source text not null,
  kind text not null,
  county text,
  constraint calendar_day_date_county_key UNIQUE NULLS NOT DISTINCT (date, county),
  constraint calendar_day_county_fkey FOREIGN KEY (county) REFERENCES org.county(id),
  constraint calendar_day_kind_check CHECK ((kind = ANY (ARRAY['holiday'::text, 'makeUpWorkingDay'::text, 'makeUpHoliday'::text, 'countyClosure'::text])))
);

-- How often the imported days of a year and place were replaced; no row is version 0.
create table org."calendar_year" (
  year integer not null,
  county text,
  version integer not null,
  constraint calendar_year_year_county_key UNIQUE NULLS NOT DISTINCT (year, county),
  constraint calendar_year_county_fkey FOREIGN KEY (county) REFERENCES org.county(id)
);

-- A county or special municipality; the tenant that is responsible for a row.
create table org."county" (
  id text not null,
  iso text not null,
  name_zh text not null,
  name_en text not null,
  "overlay" text,
  demo boolean default false not null,
  constraint county_iso_key UNIQUE (iso),
  constraint county_pkey PRIMARY KEY (id)
);
CREATE TRIGGER counties_changed AFTER INSERT OR DELETE ON org.county FOR EACH STATEMENT EXECUTE FUNCTION access.counties_changed();

create table org."district" (
  id text not null,
  county text not null,
  name_zh text not null,
  name_en text not null,
  constraint district_pkey PRIMARY KEY (id),
  constraint district_county_fkey FOREIGN KEY (county) REFERENCES org.county(id)
);
CREATE INDEX district_county ON org.district USING btree (county);

-- A role of an account with its reach and term; what a role may do is data in core/access.
create table org."grant" (
  id uuid default uuidv7() not null,
  account_id uuid not null,
  role text not null,
  reach_kind text not null,
  reach_id text,
  valid_from timestamp with time zone default now() not null,
  valid_until timestamp with time zone,
  granted_by uuid,
  constraint grant_pkey PRIMARY KEY (id),
  constraint grant_account_id_fkey FOREIGN KEY (account_id) REFERENCES org.account(id),
  constraint grant_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES org.account(id),
  constraint grant_check CHECK (((reach_kind = ANY (ARRAY['county'::text, 'district'::text, 'unit'::text])) = (reach_id IS NOT NULL))),
  constraint grant_reach_kind_check CHECK ((reach_kind = ANY (ARRAY['national'::text, 'county'::text, 'district'::text, 'unit'::text, 'assigned'::text, 'shared'::text, 'own'::text, 'none'::text])))
);
CREATE INDEX grant_account ON org."grant" USING btree (account_id);
CREATE INDEX grant_supervisor ON org."grant" USING btree (reach_id) WHERE (role = 'supervisor'::text);
CREATE TRIGGER grant_ended AFTER UPDATE ON org."grant" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION access.grants_changed();
CREATE TRIGGER grant_gone AFTER DELETE ON org."grant" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION access.grants_changed();
CREATE TRIGGER grant_made AFTER INSERT ON org."grant" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION access.grants_changed();

-- A lost password or device: asked by one person, confirmed by another within 72 hours.
create table org."recovery" (
  id uuid default uuidv7() not null,
  account_id uuid not null,
  county text not null,
  unit_id uuid,
  what text not null,
  asked_by uuid,
  asked_how text not null,
  order_ref text,
  asked_at timestamp with time zone default now() not null,
  due_at timestamp with time zone default (now() + '72:00:00'::interval) not null,
  status text default 'waiting'::text not null,
  decided_by uuid,
  decided_how text,
  decided_at timestamp with time zone,
  done_at timestamp with time zone,
  constraint recovery_pkey PRIMARY KEY (id),
  constraint recovery_account_id_fkey FOREIGN KEY (account_id) REFERENCES org.account(id),
  constraint recovery_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES org.account(id),
  constraint recovery_county_fkey FOREIGN KEY (county) REFERENCES org.county(id),
  constraint recovery_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES org.account(id),
  constraint recovery_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES org.unit(id),
  constraint recovery_asked_how_check CHECK ((asked_how = ANY (ARRAY['inPerson'::text, 'calledBack'::text, 'video'::text, 'order'::text]))),
  constraint recovery_check CHECK ((asked_by IS DISTINCT FROM account_id)),
  constraint recovery_check1 CHECK (((asked_by IS NULL) = (order_ref IS NOT NULL))),
  constraint recovery_check2 CHECK (((status <> 'confirmed'::text) OR ((decided_at IS NOT NULL) AND ((asked_by IS NULL) OR ((decided_by IS NOT NULL) AND (decided_by <> asked_by) AND (decided_by <> account_id)))))),
  constraint recovery_decided_how_check CHECK ((decided_how = ANY (ARRAY['inPerson'::text, 'calledBack'::text, 'video'::text, 'order'::text]))),
  constraint recovery_order_ref_check CHECK (((length(order_ref) >= 1) AND (length(order_ref) <= 60))),
  constraint recovery_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'confirmed'::text, 'stopped'::text, 'lapsed'::text]))),
  constraint recovery_what_check CHECK ((what = ANY (ARRAY['password'::text, 'secondFactor'::text, 'both'::text])))
);
CREATE INDEX recovery_account ON org.recovery USING btree (account_id, asked_at);
CREATE INDEX recovery_county ON org.recovery USING btree (county, id);
CREATE INDEX recovery_unit ON org.recovery USING btree (unit_id, id);
CREATE UNIQUE INDEX recovery_waiting ON org.recovery USING btree (account_id) WHERE (status = 'waiting'::text);

-- Which unit receives which programme from which district; the proposal of a route explains itself from this row and the unit's load.
create table org."route" (
  id uuid default uuidv7() not null,
  county text not null,
  programme text not null,
  district text,
  unit_id uuid not null,
  priority integer default 100 not null,
  note text,
  active boolean default true not null,
  version integer default 1 not null,
  constraint route_county_programme_district_unit_id_key UNIQUE NULLS NOT DISTINCT (county, programme, district, unit_id),
  constraint route_pkey PRIMARY KEY (id),
  constraint route_county_fkey FOREIGN KEY (county) REFERENCES org.county(id),
  constraint route_district_fkey FOREIGN KEY (district) REFERENCES org.district(id),
  constraint route_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES org.unit(id)
);

create table org."unit" (
  id uuid default uuidv7() not null,
  county text not null,
  kind text not null,
  name_zh text not null,
  name_en text not null,
  capacity integer,
  active boolean default true not null,
  version integer default 1 not null,
  telephone text,
  public_telephone text,
  constraint unit_pkey PRIMARY KEY (id),
  constraint unit_county_fkey FOREIGN KEY (county) REFERENCES org.county(id),
  constraint unit_capacity_check CHECK ((capacity > 0)),
  constraint unit_kind_check CHECK ((kind = ANY (ARRAY['desk'::text, 'familyServiceCentre'::text, 'dvsaCentre'::text, 'policePrecinct'::text, 'school'::text, 'healthBureau'::text, 'ngo'::text, 'labour'::text, 'countyOffice'::text, 'arbiter'::text]))),
  constraint unit_public_telephone_check CHECK ((public_telephone ~ '^[0-9]{3,12}(#[0-9]{1,6})?$'::text)),
  constraint unit_telephone_check CHECK ((telephone ~ '^[0-9]{3,12}(#[0-9]{1,6})?$'::text))
);
CREATE INDEX unit_county ON org.unit USING btree (county, kind);

create table org."unit_district" (
  unit_id uuid not null,
  district text not null,
  constraint unit_district_pkey PRIMARY KEY (unit_id, district),
  constraint unit_district_district_fkey FOREIGN KEY (district) REFERENCES org.district(id),
  constraint unit_district_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES org.unit(id)
);
CREATE INDEX unit_district_district ON org.unit_district USING btree (district);

create table people."contact" (
  id uuid default uuidv7() not null,
  person_id uuid not null,
  county text not null,
  kind text not null,
  subject_id uuid not null,
  sealed bytea not null,
  district text,
  valid_from date,
  valid_until date,
  hidden boolean default false not null,
  hidden_from uuid[] default '{}'::uuid[] not null,
  source text not null,
  recorded_at timestamp with time zone default now() not null,
  version integer default 1 not null,
  review_on date,
  review_told_at timestamp with time zone,
  constraint contact_id_person_id_key UNIQUE (id, person_id),
  constraint contact_pkey PRIMARY KEY (id),
  constraint contact_county_fkey FOREIGN KEY (county) REFERENCES org.county(id),
  constraint contact_district_fkey FOREIGN KEY (district) REFERENCES org.district(id),
  constraint contact_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id),
  constraint contact_check CHECK ((hidden = (hidden_from <> '{}'::uuid[]))),
  constraint contact_kind_check CHECK ((kind = ANY (ARRAY['registeredAddress'::text, 'residenceAddress'::text, 'phone'::text, 'email'::text, 'shelter'::text, 'school'::text, 'workplace'::text])))
);
CREATE INDEX contact_person ON people.contact USING btree (person_id);
CREATE INDEX contact_review ON people.contact USING btree (review_on) WHERE (hidden AND (review_told_at IS NULL));
CREATE INDEX contact_source ON people.contact USING btree (source);

-- Who decided when that source rows or persons are one or two; taken back only in reverse order where they touch the same.
create table people."decision" (
  id uuid not null,
  county text not null,
  verb text not null,
  link_id uuid,
  person_ids uuid[] not null,
  record_ids uuid[] default '{}'::uuid[] not null,
  decided_by uuid not null,
  decided_at timestamp with time zone not null,
  written_at timestamp with time zone default now() not null,
  taken_back_by uuid,
  taken_back_at timestamp with time zone,
  taken_back_in timestamp with time zone,
  version integer default 1 not null,
  constraint decision_pkey PRIMARY KEY (id),
  constraint decision_county_fkey FOREIGN KEY (county) REFERENCES org.county(id),
  constraint decision_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES org.account(id),
  constraint decision_link_id_fkey FOREIGN KEY (link_id) REFERENCES people.link(id) ON DELETE SET NULL,
  constraint decision_taken_back_by_fkey FOREIGN KEY (taken_back_by) REFERENCES org.account(id),
  constraint decision_check CHECK (((taken_back_by IS NULL) = (taken_back_at IS NULL))),
  constraint decision_verb_check CHECK ((verb = ANY (ARRAY['confirm'::text, 'reject'::text, 'undo'::text, 'merge'::text, 'split'::text])))
);
CREATE INDEX decision_county ON people.decision USING btree (county, decided_at DESC, id);
CREATE INDEX decision_link ON people.decision USING btree (link_id);
CREATE INDEX decision_person ON people.decision USING gin (person_ids);

-- What a decision changed, row by row: ids and codes. Read by the functions that carry out and take back, by nobody else.
create table people."decision_move" (
  decision_id uuid not null,
  "position" integer generated always as identity not null,
  what text not null,
  row_id uuid not null,
  before jsonb,
  after jsonb,
  subject boolean default false not null,
  constraint decision_move_pkey PRIMARY KEY (decision_id, "position"),
  constraint decision_move_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES people.decision(id),
  constraint decision_move_what_check CHECK ((what = ANY (ARRAY['link'::text, 'redirect'::text, 'founded'::text, 'reportPerson'::text, 'flag'::text, 'contact'::text, 'kinPerson'::text, 'kinOther'::text, 'householdMember'::text, 'contactShield'::text, 'kinShield'::text, 'householdShield'::text, 'reach'::text, 'case'::text])))
);

create table people."flag" (
  id uuid default uuidv7() not null,
  person_id uuid not null,
  county text not null,
  source text not null,
  code text not null,
  sensitivity text not null,
  severity text not null,
  facts jsonb default '{}'::jsonb not null,
  legal_basis text not null,
  as_of date not null,
  valid_until date,
  record_id uuid,
  withdrawn_at timestamp with time zone,
  constraint flag_pkey PRIMARY KEY (id),
  constraint flag_county_fkey FOREIGN KEY (county) REFERENCES org.county(id),
  constraint flag_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id),
  constraint flag_record_id_fkey FOREIGN KEY (record_id) REFERENCES people.record(id),
  constraint flag_sensitivity_check CHECK ((sensitivity = ANY (ARRAY['S1'::text, 'S2'::text, 'S3'::text, 'S4'::text]))),
  constraint flag_severity_check CHECK ((severity = ANY (ARRAY['urgent'::text, 'attention'::text, 'normal'::text])))
);
CREATE INDEX flag_person ON people.flag USING btree (person_id);
CREATE INDEX flag_record ON people.flag USING btree (record_id);

create table people."household" (
  id uuid default uuidv7() not null,
  county text not null,
  district text,
  kind text not null,
  created_at timestamp with time zone default now() not null,
  constraint household_pkey PRIMARY KEY (id),
  constraint household_county_fkey FOREIGN KEY (county) REFERENCES org.county(id),
  constraint household_district_fkey FOREIGN KEY (district) REFERENCES org.district(id),
  constraint household_kind_check CHECK ((kind = ANY (ARRAY['registered'::text, 'lived'::text])))
);

create table people."household_member" (
  id uuid default uuidv7() not null,
  household_id uuid not null,
  person_id uuid not null,
  county text not null,
  relation text not null,
  valid_from date,
  valid_until date,
  source text not null,
  confidence text not null,
  hidden boolean default false not null,
  hidden_from uuid[] default '{}'::uuid[] not null,
  recorded_at timestamp with time zone default now() not null,
  constraint household_member_pkey PRIMARY KEY (id),
  constraint household_member_county_fkey FOREIGN KEY (county) REFERENCES org.county(id),
  constraint household_member_household_id_fkey FOREIGN KEY (household_id) REFERENCES people.household(id),
  constraint household_member_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id),
  constraint household_member_confidence_check CHECK ((confidence = ANY (ARRAY['confirmed'::text, 'probable'::text, 'reported'::text])))
);
CREATE INDEX household_member_household ON people.household_member USING btree (household_id);
CREATE INDEX household_member_person ON people.household_member USING btree (person_id);

create table people."identifier" (
  id uuid default uuidv7() not null,
  person_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  sealed bytea not null,
  key_id text not null,
  whole bytea not null,
  valid boolean not null,
  constraint identifier_person_id_kind_whole_key UNIQUE (person_id, kind, whole),
  constraint identifier_pkey PRIMARY KEY (id),
  constraint identifier_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id),
  constraint identifier_kind_check CHECK ((kind = ANY (ARRAY['nationalId'::text, 'uiNumber'::text, 'passport'::text, 'caseAlias'::text])))
);
CREATE INDEX identifier_whole ON people.identifier USING btree (whole);

create table people."identifier_near" (
  identifier_id uuid not null,
  person_id uuid not null,
  blind bytea not null,
  form text not null,
  constraint identifier_near_pkey PRIMARY KEY (blind, identifier_id),
  constraint identifier_near_identifier_id_fkey FOREIGN KEY (identifier_id) REFERENCES people.identifier(id) ON DELETE CASCADE,
  constraint identifier_near_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id),
  constraint identifier_near_form_check CHECK ((form = ANY (ARRAY['omit'::text, 'masked'::text])))
);
CREATE INDEX identifier_near_person ON people.identifier_near USING btree (person_id);

-- person_id is <relation> of other_id, dated, with source and confidence.
create table people."kin" (
  id uuid default uuidv7() not null,
  person_id uuid not null,
  other_id uuid not null,
  county text not null,
  relation text not null,
  valid_from date,
  valid_until date,
  source text not null,
  confidence text not null,
  hidden boolean default false not null,
  hidden_from uuid[] default '{}'::uuid[] not null,
  recorded_at timestamp with time zone default now() not null,
  constraint kin_pkey PRIMARY KEY (id),
  constraint kin_county_fkey FOREIGN KEY (county) REFERENCES org.county(id),
  constraint kin_other_id_fkey FOREIGN KEY (other_id) REFERENCES people.person(id),
  constraint kin_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id),
  constraint kin_check CHECK ((person_id <> other_id)),
  constraint kin_confidence_check CHECK ((confidence = ANY (ARRAY['confirmed'::text, 'probable'::text, 'reported'::text]))),
  constraint kin_relation_check CHECK ((relation = ANY (ARRAY['parent'::text, 'adoptiveParent'::text, 'spouse'::text, 'divorced'::text, 'separated'::text, 'partner'::text, 'exPartner'::text, 'sibling'::text, 'halfSibling'::text, 'grandparent'::text, 'guardian'::text, 'caregiver'::text, 'other'::text, 'conflict'::text])))
);
CREATE INDEX kin_other ON people.kin USING btree (other_id);
CREATE INDEX kin_person ON people.kin USING btree (person_id);

-- Which source row is which person. Confirmed by an identifier (with compatible name or birth date) or by a person; candidates change nothing.
create table people."link" (
  id uuid default uuidv7() not null,
  record_id uuid not null,
  person_id uuid not null,
  county text not null,
  state text not null,
  basis text not null,
  weight real not null,
  reasons jsonb not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  undone_by uuid,
  undone_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  version integer default 1 not null,
  constraint link_pkey PRIMARY KEY (id),
  constraint link_county_fkey FOREIGN KEY (county) REFERENCES org.county(id),
  constraint link_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES org.account(id),
  constraint link_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id),
  constraint link_record_id_fkey FOREIGN KEY (record_id) REFERENCES people.record(id),
  constraint link_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES org.account(id),
  constraint link_basis_check CHECK ((basis = ANY (ARRAY['identifier'::text, 'person'::text, 'founding'::text]))),
  constraint link_state_check CHECK ((state = ANY (ARRAY['candidate'::text, 'confirmed'::text, 'rejected'::text, 'undone'::text])))
);
CREATE INDEX link_person ON people.link USING btree (person_id, state);
CREATE INDEX link_waiting ON people.link USING btree (created_at, id) WHERE (state = 'candidate'::text);
CREATE UNIQUE INDEX link_one_person ON people.link USING btree (record_id) WHERE (state = 'confirmed'::text);
CREATE UNIQUE INDEX link_pair ON people.link USING btree (record_id, person_id) WHERE (state <> 'undone'::text);

-- One human being as the confirmed links show them. Clear columns are projections and are wiped by erasure.
create table people."person" (
  id uuid default uuidv7() not null,
  county text not null,
  district text,
  name text,
  sex text,
  birth_date date,
  birth_precision text default 'unknown'::text not null,
  deceased_on date,
  demo boolean default false not null,
  merged_into uuid,
  version integer default 1 not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint person_pkey PRIMARY KEY (id),
  constraint person_county_fkey FOREIGN KEY (county) REFERENCES org.county(id),
  constraint person_district_fkey FOREIGN KEY (district) REFERENCES org.district(id),
  constraint person_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES people.person(id),
  constraint person_birth_precision_check CHECK ((birth_precision = ANY (ARRAY['day'::text, 'month'::text, 'year'::text, 'approximate'::text, 'unknown'::text]))),
  constraint person_sex_check CHECK ((sex = ANY (ARRAY['male'::text, 'female'::text, 'other'::text, 'unknown'::text])))
);
CREATE INDEX person_county ON people.person USING btree (county, id);
CREATE INDEX person_district ON people.person USING btree (district, id);
CREATE INDEX person_merged ON people.person USING btree (merged_into) WHERE (merged_into IS NOT NULL);
CREATE TRIGGER keys_move AFTER UPDATE OF county, district ON people.person FOR EACH ROW WHEN (((old.county IS DISTINCT FROM new.county) OR (old.district IS DISTINCT FROM new.district))) EXECUTE FUNCTION people.move_keys();
CREATE TRIGGER person_population BEFORE INSERT ON people.person FOR EACH ROW EXECUTE FUNCTION system.keep_population();
CREATE TRIGGER title_follows AFTER UPDATE OF name ON people.person FOR EACH ROW WHEN (((old.name IS DISTINCT FROM new.name) AND (old.name <> ''::text) AND (new.name <> ''::text))) EXECUTE FUNCTION casework.title_follows();

create table people."reach" (
  person_id uuid not null,
  unit_id uuid not null,
  case_id uuid,
  report_id uuid,
  side text not null,
  until timestamp with time zone,
  constraint reach_pkey PRIMARY KEY (person_id, unit_id, side),
  constraint reach_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id),
  constraint reach_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES org.unit(id),
  constraint reach_check CHECK (((case_id IS NOT NULL) OR (report_id IS NOT NULL))),
  constraint reach_side_check CHECK ((side = ANY (ARRAY['victim'::text, 'offender'::text, 'family'::text, 'neutral'::text])))
);
CREATE INDEX reach_live ON people.reach USING btree (person_id, unit_id);
CREATE INDEX reach_unit ON people.reach USING btree (unit_id, person_id);

create table people."record" (
  id uuid default uuidv7() not null,
  source text not null,
  source_key text,
  county text not null,
  subject_id uuid not null,
  sealed bytea not null,
  received_at timestamp with time zone default now() not null,
  legal_basis text,
  withdrawn_at timestamp with time zone,
  constraint record_pkey PRIMARY KEY (id),
  constraint record_source_source_key_key UNIQUE (source, source_key),
  constraint record_county_fkey FOREIGN KEY (county) REFERENCES org.county(id)
);
CREATE INDEX record_subject ON people.record USING btree (subject_id);

create table people."search_key" (
  key bytea not null,
  kind text not null,
  person_id uuid not null,
  county text not null,
  district text,
  hidden boolean default false not null,
  key_id text default ''::text not null,
  hidden_from uuid[] default '{}'::uuid[] not null,
  constraint search_key_pkey PRIMARY KEY (key, person_id, kind) INCLUDE (county, district, hidden, hidden_from),
  constraint search_key_county_fkey FOREIGN KEY (county) REFERENCES org.county(id),
  constraint search_key_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id)
);
CREATE INDEX search_key_person ON people.search_key USING btree (person_id);
CREATE TRIGGER hidden_from_bound BEFORE INSERT OR UPDATE OF hidden_from ON people.search_key FOR EACH ROW WHEN ((cardinality(new.hidden_from) > 100)) EXECUTE FUNCTION people.bound_hidden_from();

create table people."shielding" (
  id uuid default uuidv7() not null,
  contact_id uuid not null,
  person_id uuid not null,
  county text not null,
  act text not null,
  hidden boolean default true not null,
  hidden_from uuid[] not null,
  subject_id uuid not null,
  reason bytea not null,
  review_on date,
  done_by uuid not null,
  done_at timestamp with time zone default now() not null,
  constraint shielding_pkey PRIMARY KEY (id),
  constraint shielding_contact_id_person_id_fkey FOREIGN KEY (contact_id, person_id) REFERENCES people.contact(id, person_id) ON UPDATE CASCADE,
  constraint shielding_county_fkey FOREIGN KEY (county) REFERENCES org.county(id),
  constraint shielding_done_by_fkey FOREIGN KEY (done_by) REFERENCES org.account(id),
  constraint shielding_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id),
  constraint shielding_act_check CHECK ((act = ANY (ARRAY['hide'::text, 'lift'::text]))),
  constraint shielding_check CHECK (((act = 'hide'::text) = (review_on IS NOT NULL))),
  constraint shielding_hidden_check CHECK (hidden),
  constraint shielding_hidden_from_check CHECK ((hidden_from <> '{}'::uuid[]))
);
CREATE INDEX shielding_contact ON people.shielding USING btree (contact_id, done_at);
CREATE INDEX shielding_person ON people.shielding USING btree (person_id);

create table system."draft" (
  id uuid default uuidv7() not null,
  account_id uuid not null,
  kind text not null,
  ref text default ''::text not null,
  sealed bytea not null,
  based_on integer,
  version integer default 1 not null,
  updated_at timestamp with time zone default now() not null,
  writer text,
  turn bigint,
  dropped boolean default false not null,
  constraint draft_account_id_kind_ref_key UNIQUE (account_id, kind, ref),
  constraint draft_pkey PRIMARY KEY (id)
);
CREATE INDEX draft_age ON system.draft USING btree (updated_at);

create table system."idempotency" (
  actor_id uuid not null,
  route text not null,
  key text not null,
  body_digest bytea not null,
  created_at timestamp with time zone default now() not null,
  expires_at timestamp with time zone default (now() + '7 days'::interval) not null,
  answer bytea,
  constraint idempotency_pkey PRIMARY KEY (actor_id, route, key),
  constraint idempotency_key_check CHECK (((length(key) >= 8) AND (length(key) <= 128)))
);
CREATE INDEX idempotency_expiry ON system.idempotency USING btree (expires_at);

create table system."job_effect" (
  job_key text not null,
  task text not null,
  done_at timestamp with time zone default now() not null,
  constraint job_effect_pkey PRIMARY KEY (job_key)
);
CREATE INDEX job_effect_age ON system.job_effect USING btree (done_at);

-- Jobs that are not due yet, by key; moved to the queue by system.bring_due().
create table system."later_job" (
  job_key text not null,
  task text not null,
  payload jsonb not null,
  run_at timestamp with time zone not null,
  constraint later_job_pkey PRIMARY KEY (job_key)
);

create table system."notice" (
  id uuid default uuidv7() not null,
  county text not null,
  kind text not null,
  to_account uuid,
  to_post text,
  case_id uuid,
  report_id uuid,
  person_id uuid,
  break_glass_id uuid,
  ref text,
  rule text,
  programme text,
  pack_version text,
  due_at timestamp with time zone,
  once text not null,
  created_at timestamp with time zone default now() not null,
  other_county text,
  other_unit uuid,
  constraint notice_once_key UNIQUE (once),
  constraint notice_pkey PRIMARY KEY (id),
  constraint notice_county_fkey FOREIGN KEY (county) REFERENCES org.county(id),
  constraint notice_other_county_fkey FOREIGN KEY (other_county) REFERENCES org.county(id),
  constraint notice_other_unit_fkey FOREIGN KEY (other_unit) REFERENCES org.unit(id),
  constraint notice_to_account_fkey FOREIGN KEY (to_account) REFERENCES org.account(id),
  constraint notice_check CHECK ((num_nonnulls(to_account, to_post) = 1)),
  constraint notice_kind_check CHECK ((kind ~ '^[a-z][a-zA-Z.]{1,60}$'::text)),
  constraint notice_pack_version_check CHECK ((pack_version ~ '^[A-Za-z0-9.+_-]{1,60}$'::text)),
  constraint notice_programme_check CHECK ((programme ~ '^[a-z0-9-]{1,60}$'::text)),
  constraint notice_ref_check CHECK ((ref ~ '^[A-Za-z0-9._@-]{1,64}$'::text)),
  constraint notice_rule_check CHECK ((rule ~ '^[A-Za-z0-9._:-]{1,80}$'::text)),
  constraint notice_to_post_check CHECK ((to_post ~ '^[a-zA-Z]+:(unit|county):[0-9a-f-]{5,36}$'::text))
);
CREATE INDEX notice_account ON system.notice USING btree (to_account, id DESC);
CREATE INDEX notice_age ON system.notice USING btree (created_at);
CREATE INDEX notice_case ON system.notice USING btree (case_id) WHERE (case_id IS NOT NULL);
CREATE INDEX notice_post ON system.notice USING btree (to_post, id DESC);
CREATE INDEX notice_report ON system.notice USING btree (report_id) WHERE ((report_id IS NOT NULL) AND (case_id IS NULL));
CREATE TRIGGER notice_step_up BEFORE INSERT ON system.notice FOR EACH ROW EXECUTE FUNCTION system.notice_step_up();

create table system."notice_read" (
  notice_id uuid not null,
  account_id uuid not null,
  read_at timestamp with time zone default now() not null,
  constraint notice_read_pkey PRIMARY KEY (account_id, notice_id),
  constraint notice_read_account_id_fkey FOREIGN KEY (account_id) REFERENCES org.account(id),
  constraint notice_read_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES system.notice(id) ON DELETE CASCADE
);
CREATE INDEX notice_read_notice ON system.notice_read USING btree (notice_id);

create table system."outbox" (
  id bigint generated always as identity not null,
  topic text not null,
  county text,
  subject_id uuid,
  payload jsonb default '{}'::jsonb not null,
  sealed bytea,
  created_at timestamp with time zone default now() not null,
  delivered_at timestamp with time zone,
  attempts integer default 0 not null,
  last_error text,
  constraint outbox_pkey PRIMARY KEY (id),
  constraint outbox_check CHECK (((sealed IS NULL) OR (subject_id IS NOT NULL)))
);
CREATE INDEX outbox_waiting ON system.outbox USING btree (id) WHERE (delivered_at IS NULL);

create table system."population" (
  one boolean default true not null,
  kind text default 'empty'::text not null,
  constraint population_pkey PRIMARY KEY (one),
  constraint population_kind_check CHECK ((kind = ANY (ARRAY['empty'::text, 'demo'::text, 'real'::text]))),
  constraint population_one_check CHECK (one)
);

create table system."setting" (
  key text not null,
  value jsonb not null,
  updated_at timestamp with time zone default now() not null,
  constraint setting_pkey PRIMARY KEY (key)
);

create table system."task" (
  name text not null,
  queue text,
  max_attempts integer default 25 not null,
  constraint task_pkey PRIMARY KEY (name),
  constraint task_name_check CHECK ((name ~ '^[a-z][a-zA-Z.]+$'::text))
);

-- Who reported, under a key that nothing else uses. Read by one function that checks the grant and logs the opening.
create table vault."entry" (
  id uuid default uuidv7() not null,
  kind text not null,
  report_id uuid not null,
  county text not null,
  subject_id uuid not null,
  key_id text not null,
  sealed bytea not null,
  created_by uuid not null,
  created_at timestamp with time zone default now() not null,
  rotated_at timestamp with time zone,
  constraint entry_pkey PRIMARY KEY (id),
  constraint entry_kind_check CHECK ((kind = 'reporter'::text))
);
CREATE INDEX entry_key ON vault.entry USING btree (key_id, id);
CREATE INDEX entry_report ON vault.entry USING btree (report_id);
CREATE INDEX entry_subject ON vault.entry USING btree (subject_id);

CREATE OR REPLACE FUNCTION access.account_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  insert into access.stamp as s (account_id, number) values (new.id, 1) on conflict (account_id) do update set number = s.number + 1;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION access.actor()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('anwang.actor'::text, true), ''::text))::uuid
;

CREATE OR REPLACE FUNCTION access.alone(wanted text)
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN CASE WHEN ((cardinality(access.view()) = 1) AND (access.kept(access.key_of('alone'::text, wanted, ''::text)) = 't'::text)) THEN (access.view())[1] ELSE NULL::uuid END
;

CREATE OR REPLACE FUNCTION access.answers(account uuid, for_purpose text)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  with held as materialized (
    select g.role, g.reach_kind as kind, g.reach_id as id, a.system
    from org."grant" g join org.account a on a.id = g.account_id and a.active
    where g.account_id = account and g.valid_from <= now() and (g.valid_until is null or now() < g.valid_until)),
  fit as materialized (
    select distinct h.kind, h.id, r.within, r.action, r.classes from held h join access.rule r on r.role = h.role and r.purpose = for_purpose),
  every as (select array_agg(c.id order by c.id) as ids from org.county c),
  asked as (
    select p.key, p.kind as question,
      bool_or(f.kind is not null) as any,
      bool_or(f.kind = 'national' and f.within = '') filter (where seen) as national,
      bool_or((f.kind = 'national' and f.within = 'own') or (f.kind = 'own' and f.within in ('', 'own'))) filter (where seen) as own_all,
      array_agg(distinct f.id) filter (where seen and f.kind = 'county' and f.within = '') as counties,
      array_agg(distinct f.id) filter (where seen and f.kind = 'district' and f.within = '') as districts,
      array_agg(distinct f.id) filter (where seen and f.kind = 'unit' and f.within = '') as units,
      array_agg(distinct f.id) filter (where seen and f.kind = 'county' and f.within = 'own') as own_counties,
      bool_or(seen) as seen,
      bool_or('assigned' in (f.kind, f.within) or 'shared' in (f.kind, f.within) or (f.within = 'own' and f.kind in ('district', 'unit'))) as narrow,
      bool_or(f.kind in ('national', 'county') and f.within = '' and 'contact' = any (f.classes)) as alone
    from access.place p join fit f on f.action = any (p.wanted) cross join lateral (select p.class = any (f.classes) as seen) s
    where p.kind <> 'holds' group by p.key, p.kind),
  answered as (
    select key, case question
      when 'may' then 't'
      when 'sees' then case when seen then 't' end
      when 'narrow' then case when narrow then 't' end
      when 'alone' then case when alone then 't' end
      when 'counties' then case when national then (select ids from every)::text else counties::text end
      when 'districts' then districts::text
      when 'units' then units::text
      when 'owned' then case when own_all then (select ids from every)::text else own_counties::text end
      end as answer
    from asked
    union all
    select p.key, 't' from access.place p where p.kind = 'holds' and exists (select from held h where h.system and h.role = any (p.wanted))
    union all
    -- Emergency access opens single things, whatever the grants.
    select p.key, 't' from access.place p where p.kind = 'narrow' and exists (select from access.break_glass b
      where b.account_id = account and b.started_at <= now() and now() < b.until and b.ended_at is null)
    union all
    -- Whether the account may be of somebody's family: asked before any family is looked at.
    select 'person', 't' where access.may_be_related(account))
  select '|' || coalesce(string_agg(distinct key || '=' || answer, '|'), '') || '|' from answered where answer is not null
$function$
;

CREATE OR REPLACE FUNCTION access.cases(wanted text, class text)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 60
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare f record;
begin
  if access.kept(access.key_of('narrow', wanted, class)) is distinct from 't' then
    return;
  end if;
  for f in select * from access.fit(wanted::text[]) x where ('assigned' in (x.kind, x.within) or 'shared' in (x.kind, x.within)) and x.within <> 'own' loop
    if 'shared' in (f.kind, f.within) then
      return query select c.id from access.shared_cases(class, class = any (f.classes)) w join casework."case" c on c.id = w
        where (access.covers(f.kind, f.id, c.county, c.district) or (f.kind = 'unit' and c.unit_id = f.id::uuid))
          and ('assigned' not in (f.kind, f.within) or c.id in (select access.worked_cases()));
    elsif class = any (f.classes) then
      return query select c.id from access.worked_cases() w join casework."case" c on c.id = w
        where access.covers(f.kind, f.id, c.county, c.district) or (f.kind = 'unit' and c.unit_id = f.id::uuid);
    end if;
  end loop;
  return query select access.opened(wanted::text[], class, 'case');
end $function$
;

CREATE OR REPLACE FUNCTION access.counties(wanted text, class text)
 RETURNS text[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(access.kept(access.key_of('counties'::text, wanted, class)), ''::text))::text[]
;

CREATE OR REPLACE FUNCTION access.counties_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  insert into access.stamp as s (account_id, number)
    select distinct g.account_id, 1 from org."grant" g where g.reach_kind in ('national', 'own') on conflict (account_id) do update set number = s.number + 1;
  if current_setting('anwang.actor', true) <> '' then
    perform set_config('anwang.reach', access.reach(access.actor(), access.purpose()), true);
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION access.covers(kind text, id text, county text, district text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select kind in ('national', 'assigned', 'shared') or (kind = 'county' and county = id) or (kind = 'district' and district = id)
$function$
;

CREATE OR REPLACE FUNCTION access.districts(wanted text, class text)
 RETURNS text[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(access.kept(access.key_of('districts'::text, wanted, class)), ''::text))::text[]
;

CREATE OR REPLACE FUNCTION access.enter(actor uuid, purpose text, view text, token text, version integer)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  alive boolean;
  kept text;
  said text;
begin
  if token is null then
    select e.reach into kept from access.entry e left join access.stamp t on t.account_id = e.account_id
      where e.account_id = enter.actor and e.purpose = enter.purpose and e.since <= now() and now() < e.until and e.stamp = coalesce(t.number, 0);
  else
    -- As auth.session_of, with what is kept for the account at once.
    select true, e.reach into alive, kept from auth.session s join org.account a on a.id = s."userId"::uuid
      left join access.stamp t on t.account_id = a.id
      left join access.entry e on e.account_id = a.id and e.purpose = enter.purpose and e.since <= now() and now() < e.until and e.stamp = coalesce(t.number, 0)
      where s.token = enter.token and s."expiresAt" > now() and a.active and not a.system and a.id = enter.actor and a.version = enter.version;
    if alive is null then
      said := set_config('anwang.actor', '', true);
      said := set_config('anwang.reach', '', true);
      return null;
    end if;
  end if;
  if kept is null then
    kept := access.reach(actor, purpose);
  end if;
  said := set_config('anwang.actor', actor::text, true);
  said := set_config('anwang.purpose', purpose, true);
  said := set_config('anwang.view', view, true);
  said := set_config('anwang.reach', kept, true);
  return kept;
end $function$
;

CREATE OR REPLACE FUNCTION access.fit(wanted text[])
 RETURNS TABLE(kind text, id text, within text, classes text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select distinct g.reach_kind, g.reach_id, r.within, r.classes
  from org."grant" g
  join org.account a on a.id = g.account_id and a.active
  join access.rule r on r.role = g.role
  where g.account_id = access.actor() and g.valid_from <= now() and (g.valid_until is null or now() < g.valid_until)
    and r.action = any (wanted) and r.purpose = access.purpose()
$function$
;

CREATE OR REPLACE FUNCTION access.glass_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  insert into access.stamp as s (account_id, number) values (new.account_id, 1) on conflict (account_id) do update set number = s.number + 1;
  if new.account_id::text = current_setting('anwang.actor', true) then
    perform set_config('anwang.reach', access.reach(access.actor(), access.purpose()), true);
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION access.grants_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  insert into access.stamp as s (account_id, number)
    select distinct c.account_id, 1 from changed c on conflict (account_id) do update set number = s.number + 1;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION access.held_cases()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select s.case_id from casework.assignment s where s.account_id = access.actor() and s.since <= now() and (s.until is null or now() < s.until)
  union
  select c.id from org."grant" g join casework."case" c on c.unit_id = g.reach_id::uuid
  where g.account_id = access.actor() and g.reach_kind = 'unit' and g.role = 'supervisor' and g.valid_from <= now() and (g.valid_until is null or now() < g.valid_until)
    and c.side in ('victim', 'offender')
$function$
;

CREATE OR REPLACE FUNCTION access.holds(wanted text)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN COALESCE((access.kept(access.key_of('holds'::text, wanted, ''::text)) = 't'::text), false)
;

CREATE OR REPLACE FUNCTION access.kept(key text)
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN split_part(split_part(current_setting('anwang.reach'::text, true), (('|'::text || key) || '='::text), 2), '|'::text, 1)
;

CREATE OR REPLACE FUNCTION access.key_of(kind text, wanted text, class text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN "left"(md5(((((kind || ' '::text) || wanted) || ' '::text) || class)), 10)
;

CREATE OR REPLACE FUNCTION access.may(wanted text)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN COALESCE((access.kept(access.key_of('may'::text, wanted, ''::text)) = 't'::text), false)
;

CREATE OR REPLACE FUNCTION access.may_be_kin()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN COALESCE((access.kept('person'::text) = 't'::text), false)
;

CREATE OR REPLACE FUNCTION access.may_be_related(account uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select exists (select from org.account a where a.id = may_be_related.account and a.person_id is not null)
    or exists (select from access.own_number n where n.account_id = may_be_related.account)
    or exists (select from access.recusal r where r.account_id = may_be_related.account and r.lifted_at is null)
$function$
;

CREATE OR REPLACE FUNCTION access.number_of_use(use uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce((select c.number from casework."case" c where b.kind = 'case' and c.id = b.target_id), (select r.number from intake.report r where b.kind = 'report' and r.id = b.target_id))
  from access.break_glass b where b.id = number_of_use.use and (
    b.account_id = (select access.actor()) or b.county = any (access.counties('{breakglass.review}', 'basic')::text[])
    or b.unit_id = any (access.units('{breakglass.review}', 'basic')::uuid[]))
$function$
;

CREATE OR REPLACE FUNCTION access.offender_side()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct x.person_id), '{}') from (
    select c.subject_person_id as person_id from casework."case" c where c.id in (select access.held_cases())
    union all
    select cp.person_id from casework."case" c join casework.case_person cp on cp.case_id = c.id and (cp.role = 'subject' or (c.side = 'offender' and cp.role <> 'victim'))
    where c.id in (select access.held_cases())) x where x.person_id is not null
$function$
;

CREATE OR REPLACE FUNCTION access.opened(wanted text[], class text, what text)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 2
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select b.target_id from access.break_glass b join org.account a on a.id = b.account_id and a.active
  where b.account_id = access.actor() and b.kind = what and b.started_at <= now() and now() < b.until and b.ended_at is null
    and exists (select from access.rule r where r.role = 'breakGlass' and r.action = any (wanted) and r.purpose = access.purpose() and class = any (r.classes))
$function$
;

CREATE OR REPLACE FUNCTION access.own_number_goes()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  delete from access.own_number n where n.account_id = new.id;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION access.own_people(account uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select a.person_id from org.account a where a.id = own_people.account and a.person_id is not null
  union
  select i.person_id from access.own_number n join people.identifier i on i.whole = n.whole and i.kind = 'nationalId' where n.account_id = own_people.account
  union
  select rp.person_id from access.recusal r
    left join casework.case_report cr on r.kind = 'case' and cr.case_id = r.target_id
    join intake.report_person rp on rp.report_id = case r.kind when 'report' then r.target_id else cr.report_id end and rp.person_id is not null
    where r.account_id = own_people.account and r.lifted_at is null
  union
  select cp.person_id from access.recusal r join casework.case_person cp on r.kind = 'case' and cp.case_id = r.target_id and cp.person_id is not null
    where r.account_id = own_people.account and r.lifted_at is null
$function$
;

CREATE OR REPLACE FUNCTION access.own_people_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  insert into access.stamp as s (account_id, number) values (coalesce(new.account_id, old.account_id), 1)
    on conflict (account_id) do update set number = s.number + 1;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION access.owned(wanted text, class text)
 RETURNS text[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(access.kept(access.key_of('owned'::text, wanted, class)), ''::text))::text[]
;

CREATE OR REPLACE FUNCTION access.persons(wanted text, class text)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 60
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare f record;
begin
  if access.kept(access.key_of('narrow', wanted, class)) is distinct from 't' then
    return;
  end if;
  for f in select * from access.fit(wanted::text[]) x where ('assigned' in (x.kind, x.within) or 'shared' in (x.kind, x.within)) and x.within <> 'own' loop
    if 'shared' in (f.kind, f.within) then
      return query select p.id from access.shared_cases(class, class = any (f.classes)) w
        join casework.case_person cp on cp.case_id = w and (cp.until is null or now() < cp.until) join people.person p on p.id = cp.person_id
        where (access.covers(f.kind, f.id, p.county, p.district) or (f.kind = 'unit' and exists (
            select from people.reach x where x.person_id = p.id and x.unit_id = f.id::uuid and (x.until is null or now() < x.until))))
          and ('assigned' not in (f.kind, f.within) or exists (select from access.worked_cases() o
            join casework.case_person op on op.case_id = o and op.person_id = p.id and (op.until is null or now() < op.until)));
    elsif class = any (f.classes) then
      return query select p.id from access.worked_cases() w
        join casework.case_person cp on cp.case_id = w and (cp.until is null or now() < cp.until) join people.person p on p.id = cp.person_id
        where access.covers(f.kind, f.id, p.county, p.district) or (f.kind = 'unit' and exists (
          select from people.reach x where x.person_id = p.id and x.unit_id = f.id::uuid and (x.until is null or now() < x.until)));
    end if;
  end loop;
  return query select access.opened(wanted::text[], class, 'person');
end $function$
;

CREATE OR REPLACE FUNCTION access.place_of(what text, target uuid)
 RETURNS TABLE(county text, unit_id uuid, lead_id uuid, number text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select x.county, x.unit_id, x.lead_id, x.number from (
    select 'case' as kind, c.id, c.county, c.unit_id, c.lead_id, c.number from casework."case" c where what = 'case' and c.id = target
    union all select 'report', r.id, r.county, null, null, null from intake.report r where what = 'report' and r.id = target
    union all select 'person', p.id, p.county, null, null, null from people.person p where what = 'person' and p.id = target) x
  where access.may('{breakglass.use}')
$function$
;

CREATE OR REPLACE FUNCTION access.posts()
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct g.role || ':' || g.reach_kind || ':' || g.reach_id), '{}')
  from org."grant" g join org.account a on a.id = g.account_id and a.active
  where g.account_id = access.actor() and g.reach_kind in ('unit', 'county') and g.valid_from <= now() and (g.valid_until is null or now() < g.valid_until)
$function$
;

CREATE OR REPLACE FUNCTION access.purpose()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN NULLIF(current_setting('anwang.purpose'::text, true), ''::text)
;

CREATE OR REPLACE FUNCTION access.reach(account uuid, for_purpose text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  kept text;
  present bigint;
begin
  select e.reach into kept from access.entry e
    where e.account_id = account and e.purpose = for_purpose and e.since <= now() and now() < e.until
      and e.stamp = coalesce((select s.number from access.stamp s where s.account_id = account), 0);
  if found then
    return kept;
  end if;
  -- The stamp is read before the grants: whoever changes them meanwhile moves it, and what is kept here is not used again.
  select coalesce((select s.number from access.stamp s where s.account_id = account), 0) into present;
  kept := access.answers(account, for_purpose);
  -- Nobody waits for another to keep it, and a session that looks at an older moment keeps nothing.
  if current_setting('transaction_isolation') <> 'read committed' or not pg_try_advisory_xact_lock(hashtextextended(account::text || for_purpose, 15)) then
    return kept;
  end if;
  insert into access.entry (account_id, purpose, stamp, since, until, reach)
    select account, for_purpose, present, coalesce(max(t.at) filter (where t.at <= now()), '-infinity'), coalesce(min(t.at) filter (where t.at > now()), 'infinity'), kept
    from (select g.valid_from as at from org."grant" g where g.account_id = account
      union all select g.valid_until from org."grant" g where g.account_id = account and g.valid_until is not null
      union all select unnest(array[b.started_at, b.until]) from access.break_glass b where b.account_id = account) t
    on conflict (account_id, purpose) do update set stamp = excluded.stamp, since = excluded.since, until = excluded.until, reach = excluded.reach;
  return kept;
end $function$
;

CREATE OR REPLACE FUNCTION access.receipt_reports()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select r.report_id from intake.receipt r
  where r.number = nullif(current_setting('anwang.receipt_number', true), '')
    and r.code_hash = decode(nullif(current_setting('anwang.receipt_code', true), ''), 'hex') and r.expires_at > now()
$function$
;

CREATE OR REPLACE FUNCTION access.relatives()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  with own as materialized (select access.own_people(access.actor()) as id)
  select coalesce(array_agg(distinct x.id), '{}') from (
    select o.id from own o
    union all
    select people.beside(array(select o.id from own o))
    union all
    select people.housemates(array(select o.id from own o))
    union all
    select m2.person_id from own o join people.household_member m1 on m1.person_id = o.id and m1.valid_until is null
      join people.household_member m2 on m2.household_id = m1.household_id and m2.valid_until is null) x
$function$
;

CREATE OR REPLACE FUNCTION access.reports(wanted text, class text)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 60
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare f record;
begin
  if access.kept(access.key_of('narrow', wanted, class)) is distinct from 't' then
    return;
  end if;
  for f in select * from access.fit(wanted::text[]) x where class = any (x.classes) and 'shared' not in (x.kind, x.within) loop
    if 'assigned' in (f.kind, f.within) then
      return query select r.id from access.worked_cases() w join casework.case_report cr on cr.case_id = w join intake.report r on r.id = cr.report_id
        where ('own' not in (f.kind, f.within) or r.created_by = access.actor())
          and (f.kind = 'own' or access.covers(f.kind, f.id, r.county, r.district) or (f.kind = 'unit' and exists (
            select from placed.report_held d where d.report_id = r.id and d.unit_id = f.id::uuid)));
    elsif f.within = 'own' and f.kind = 'district' then
      return query select r.id from intake.report r where r.created_by = access.actor() and r.district = f.id;
    elsif f.within = 'own' and f.kind = 'unit' then
      return query select r.id from placed.report_held d join intake.report r on r.id = d.report_id and r.created_by = access.actor()
        where d.unit_id = f.id::uuid;
    end if;
  end loop;
  return query select access.opened(wanted::text[], class, 'report');
end $function$
;

CREATE OR REPLACE FUNCTION access.sees(wanted text, class text)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN COALESCE((access.kept(access.key_of('sees'::text, wanted, class)) = 't'::text), false)
;

CREATE OR REPLACE FUNCTION access.shared_cases(class text, whatever boolean)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 30
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select distinct s.case_id from org.account a
    join casework.share s on (s.to_account = a.id or s.to_unit = a.unit_id) and s.ended_at is null and s.since <= now() and now() < s.until
  where a.id = access.actor()
    and (whatever or exists (select from access.share_part p where p.part = any (s.parts) and class = any (p.classes)))
$function$
;

CREATE OR REPLACE FUNCTION access.shared_events(wanted text)
 RETURNS TABLE(case_id uuid, type text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 100
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare f record;
begin
  if access.kept(access.key_of('narrow', wanted, '')) is distinct from 't' then
    return;
  end if;
  for f in select * from access.fit(wanted::text[]) x where 'shared' in (x.kind, x.within) and x.within <> 'own' loop
    return query select distinct s.case_id, e from org.account a
        join casework.share s on (s.to_account = a.id or s.to_unit = a.unit_id) and s.ended_at is null and s.since <= now() and now() < s.until
        join casework."case" c on c.id = s.case_id
        join access.share_part p on p.part = any (s.parts) cross join unnest(p.events) e
      where a.id = access.actor() and (access.covers(f.kind, f.id, c.county, c.district) or (f.kind = 'unit' and c.unit_id = f.id::uuid))
        and ('assigned' not in (f.kind, f.within) or c.id in (select access.worked_cases()));
  end loop;
end $function$
;

CREATE OR REPLACE FUNCTION access.units(wanted text, class text)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(access.kept(access.key_of('units'::text, wanted, class)), ''::text))::uuid[]
;

CREATE OR REPLACE FUNCTION access.victim_side()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct x.person_id), '{}') from (
    select c.subject_person_id as person_id from casework."case" c where c.id in (select access.held_cases()) and c.side = 'victim'
    union all
    select cp.person_id from casework."case" c join casework.case_person cp on cp.case_id = c.id and cp.role in ('subject', 'victim')
      -- Who was called a victim and is no longer: whatever is hidden of them is not for this side any more.
      and (cp.until is null or now() < cp.until)
    where c.id in (select access.held_cases()) and c.side = 'victim') x where x.person_id is not null
$function$
;

CREATE OR REPLACE FUNCTION access.view()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN COALESCE((NULLIF(current_setting('anwang.view'::text, true), ''::text))::uuid[], '{}'::uuid[])
;

CREATE OR REPLACE FUNCTION access.whole_cases(wanted text, class text)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 30
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare f record;
begin
  if access.kept(access.key_of('narrow', wanted, class)) is distinct from 't' then
    return;
  end if;
  for f in select * from access.fit(wanted::text[]) x
    where ('assigned' in (x.kind, x.within) or 'shared' in (x.kind, x.within)) and x.within <> 'own' and class = any (x.classes) loop
    if 'shared' in (f.kind, f.within) then
      return query select c.id from access.shared_cases(class, true) w join casework."case" c on c.id = w
        where (access.covers(f.kind, f.id, c.county, c.district) or (f.kind = 'unit' and c.unit_id = f.id::uuid))
          and ('assigned' not in (f.kind, f.within) or c.id in (select access.worked_cases()));
    else
      return query select c.id from access.worked_cases() w join casework."case" c on c.id = w
        where access.covers(f.kind, f.id, c.county, c.district) or (f.kind = 'unit' and c.unit_id = f.id::uuid);
    end if;
  end loop;
  return query select access.opened(wanted::text[], class, 'case');
end $function$
;

CREATE OR REPLACE FUNCTION access.worked_cases()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 30
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select distinct s.case_id from casework.assignment s
  where s.account_id = access.actor() and s.role <> 'supervisor' and s.since <= now() and (s.until is null or now() < s.until)
$function$
;

CREATE OR REPLACE FUNCTION audit.epoch()
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select epoch from audit.era
$function$
;

CREATE OR REPLACE FUNCTION audit.find_thing(typed text)
 RETURNS TABLE(kind text, id uuid, number text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select 'report', r.id, r.number from intake.report r where r.number = typed and r.county = any (access.counties('{audit.read}', 'basic')::text[])
  union all
  select 'case', c.id, c.number from casework."case" c where c.number = typed and c.county = any (access.counties('{audit.read}', 'basic')::text[])
$function$
;

CREATE OR REPLACE FUNCTION audit.noted_findings()
 RETURNS TABLE(whole boolean, from_block bigint, to_block bigint, findings integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select (e.detail ->> 'whole')::boolean, (e.detail ->> 'from')::bigint, (e.detail ->> 'to')::bigint, e.row_count
  from audit.entry e where e.action = 'audit.verify' and e.row_count > 0 and e.detail ? 'to' and access.may('{audit.read}')
$function$
;

CREATE OR REPLACE FUNCTION audit.numbers_of(things uuid[])
 RETURNS TABLE(kind text, id uuid, number text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select 'report', r.id, r.number from intake.report r where r.id = any (things) and r.county = any (access.counties('{audit.read}', 'basic')::text[])
  union all
  select 'case', c.id, c.number from casework."case" c where c.id = any (things) and c.county = any (access.counties('{audit.read}', 'basic')::text[])
  union all
  select 'actor', a.id, a.name from org.account a where a.id = any (things) and a.county = any (access.counties('{audit.read}', 'basic')::text[])
  union all
  select 'unit', u.id, u.name_zh from org.unit u where u.id = any (things) and u.county = any (access.counties('{audit.read}', 'basic')::text[])
$function$
;

CREATE OR REPLACE FUNCTION audit.of_person(person uuid)
 RETURNS SETOF bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 200
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select e.id from audit.entry e where e.person_ids @> array[person] and e.person_ids <> '{}' and access.may('{audit.read}')
$function$
;

CREATE OR REPLACE FUNCTION audit.of_thing(thing uuid)
 RETURNS SETOF bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 200
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select e.id from audit.entry e where e.ids @> array[thing] and e.ids <> '{}' and access.may('{audit.read}')
$function$
;

CREATE OR REPLACE FUNCTION audit.tidy()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select gin_clean_pending_list('audit.audit_entry_thing'), gin_clean_pending_list('audit.audit_entry_person')
$function$
;

CREATE OR REPLACE FUNCTION auth.is_closed(session_token text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select exists (select from auth.session s join org.account a on a.id = s."userId"::uuid
    where s.token = session_token and s."expiresAt" > now() and not a.active and not a.system)
$function$
;

CREATE OR REPLACE FUNCTION auth.session_of(session_token text)
 RETURNS TABLE(session_id text, account_id uuid, account_version integer, username text, expires_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select s.id, a.id, a.version, a.username, s."expiresAt"
  from auth.session s join org.account a on a.id = s."userId"::uuid
  where s.token = session_token and s."expiresAt" > now() and a.active and not a.system
$function$
;

CREATE OR REPLACE FUNCTION casework.adopt_statement(of_adoption uuid, happened json, ground json, clocks json)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  e casework.event := json_populate_record(null::casework.event, happened);
  g casework."case" := json_populate_record(null::casework."case", ground);
begin
  if not access.holds('{clock}') or e.type <> 'statementAdopted' or e.actor_id <> access.actor() or e.sealed is not null then
    raise exception 'not the clock''s to write' using errcode = '42501';
  end if;
  perform from casework."case" c join casework.adoption a on a.county = c.county and a.programme = c.programme
    where c.id = e.case_id and c.version = e.seq - 1 and c.county = e.county and a.id = of_adoption and a.status = 'approved' and a.to_version = g.pack_version
    for no key update of c;
  if not found then
    return false;
  end if;
  insert into casework.event (case_id, seq, id, county, type, schema_version, recorded_at, happened_at, actor_id, facts)
    values (e.case_id, e.seq, e.id, e.county, e.type, e.schema_version, e.recorded_at, e.happened_at, e.actor_id, e.facts);
  update casework."case" c set pack_version = g.pack_version, stage = g.stage, next_due = g.next_due, next_rule = g.next_rule, version = g.version where c.id = e.case_id;
  insert into casework.clock as k (case_id, county, rule, instance, started_at, due_at, paused_at, stopped_at, outcome, escalated)
    select e.case_id, e.county, n.rule, n.instance, n.started_at, n.due_at, n.paused_at, n.stopped_at, n.outcome, n.escalated
    from json_populate_recordset(null::casework.clock, clocks) n
    on conflict (case_id, rule, instance) do update set started_at = excluded.started_at, due_at = excluded.due_at, paused_at = excluded.paused_at,
      stopped_at = excluded.stopped_at, outcome = excluded.outcome, escalated = excluded.escalated;
  return true;
end $function$
;

CREATE OR REPLACE FUNCTION casework.answer_referral(referral uuid, event_id uuid, event_type text, event_facts jsonb, happened timestamp with time zone, stopped_rules text[])
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  held network.referral;
  next_seq integer;
begin
  if event_type not in ('referralAnswered', 'referralReturned') then
    raise exception 'not an answer to a referral' using errcode = '42501';
  end if;
  select * into held from network.referral r where r.id = answer_referral.referral;
  if not found or not coalesce(held.to_unit = any (access.units('{referral.answer}', 'basic')), false) or event_facts ->> 'referral' is distinct from referral::text then
    raise exception 'not a referral to this unit' using errcode = '42501';
  end if;
  update casework."case" c set version = c.version + 1 where c.id = held.case_id returning c.version into next_seq;
  insert into casework.event (case_id, seq, id, county, type, happened_at, actor_id, facts)
  values (held.case_id, next_seq, event_id, held.county, event_type, happened, access.actor(), event_facts);
  update casework.clock k set stopped_at = happened, outcome = case when k.due_at is null or happened <= k.due_at then 'met' else 'late' end
    where k.case_id = held.case_id and k.rule = any (stopped_rules) and k.instance = referral::text and k.stopped_at is null;
  update casework."case" c set (next_due, next_rule) = (
      select k.due_at, k.rule from casework.clock k
      where k.case_id = held.case_id and k.stopped_at is null and k.paused_at is null and k.due_at is not null and c.closed_at is null
      order by k.due_at, k.rule, k.instance limit 1)
    where c.id = held.case_id;
  return next_seq;
end $function$
;

CREATE OR REPLACE FUNCTION casework.answer_transfer(report uuid, events jsonb, case_row jsonb, changed jsonb)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  t casework.transfer := casework.waiting_transfer(answer_transfer.report);
  held casework."case";
  said casework."case";
  taken boolean := coalesce(events -> 0 ->> 'type' = 'transferAccepted', false);
  many integer := jsonb_array_length(events);
begin
  select * into held from casework."case" c where c.id = t.case_id for no key update;
  said := jsonb_populate_record(held, case_row);
  if t.id is null or held.status in ('closed', 'notOpened')
    or (events -> 0 ->> 'type') not in ('transferAccepted', 'transferReturned')
    or (events -> 0 -> 'facts' ->> 'transfer') is distinct from t.id::text
    or taken and (many < 2 or events -> (many - 1) ->> 'type' <> 'closureDecided' or said.status <> 'closed'
      or not exists (select from intake.dispatch d where d.report_id = t.report_id and d.status = 'accepted' and d.case_id is not null and d.accepted_by = access.actor()))
    or not taken and (many <> 1 or said.status <> held.status
      or not exists (select from intake.report r where r.id = t.report_id and r.status = 'closedAtDesk'))
    or exists (select from jsonb_array_elements(events) with ordinality x(e, at) where x.at > 1 and x.at < many and not (
      x.e ->> 'type' = 'shareEnded' and exists (select from casework.share s where s.case_id = held.id and s.id::text = x.e -> 'facts' ->> 'share')
      or x.e ->> 'type' = 'referralReturned' and x.e -> 'facts' ->> 'outcome' = 'cancelled'
        and exists (select from network.referral r where r.case_id = held.id and r.id::text = x.e -> 'facts' ->> 'referral' and r.status in ('sent', 'accepted')))) then
    raise exception 'not to be answered by this actor' using errcode = '42501';
  end if;
  insert into casework.event (case_id, seq, id, county, type, happened_at, actor_id, facts, subject_id, sealed)
    select t.case_id, held.version + x.at, (x.e ->> 'id')::uuid, held.county, x.e ->> 'type', (x.e ->> 'happenedAt')::timestamptz, access.actor(), x.e -> 'facts',
      case when x.e ->> 'sealed' is not null then coalesce(held.subject_person_id, held.id) end, decode(x.e ->> 'sealed', 'hex')
    from jsonb_array_elements(events) with ordinality x(e, at);
  update casework."case" c set stage = said.stage, status = said.status, closed_at = said.closed_at, closure_code = said.closure_code,
    next_due = said.next_due, next_rule = said.next_rule, version = held.version + many where c.id = held.id;
  update casework.transfer x set status = n.status, answered_at = n.answered_at, returned = n.returned, to_unit = n.to_unit
    from jsonb_populate_recordset(null::casework.transfer, changed -> 'casework.transfer') n where x.id = n.id and x.case_id = held.id;
  -- What watches over a closed case begins with the closing.
  insert into casework.clock as k (case_id, county, rule, instance, started_at, due_at, paused_at, stopped_at, outcome)
    select held.id, held.county, n.rule, n.instance, n.started_at, n.due_at, n.paused_at, n.stopped_at, n.outcome
    from jsonb_populate_recordset(null::casework.clock, changed -> 'casework.clock') n
    on conflict (case_id, rule, instance) do update set due_at = excluded.due_at, paused_at = excluded.paused_at, stopped_at = excluded.stopped_at, outcome = excluded.outcome;
  update casework.approval a set decided_by = n.decided_by, decided_at = n.decided_at, decision = n.decision
    from jsonb_populate_recordset(null::casework.approval, changed -> 'casework.approval') n where a.case_id = held.id and a.id = n.id;
  update casework.planned_visit v set status = n.status, goes = n.goes
    from jsonb_populate_recordset(null::casework.planned_visit, changed -> 'casework.planned_visit') n where v.case_id = held.id and v.id = n.id and v.account_id = n.account_id;
  update casework.share s set ended_at = n.ended_at
    from jsonb_populate_recordset(null::casework.share, changed -> 'casework.share') n where s.case_id = held.id and s.id = n.id;
  if taken then
    update network.referral r set status = 'cancelled', version = r.version + 1 where r.case_id = held.id and r.status in ('sent', 'accepted');
    perform people.move_to(t);
  end if;
  return held.version + many;
end $function$
;

CREATE OR REPLACE FUNCTION casework.both_sides(account uuid, subjects uuid[], respondents uuid[], besides uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  with held as (
    select c.id from casework.assignment s join casework."case" c on c.id = s.case_id
    where s.account_id = both_sides.account and (s.until is null or s.until > now()) and s.role <> 'supervisor' and c.closed_at is null
      and c.id is distinct from both_sides.besides)
  select exists (
    select from held h join casework.case_person cp on cp.case_id = h.id and cp.until is null
    where (cp.role in ('subject', 'victim') and cp.person_id = any (both_sides.respondents))
       or (cp.role = 'respondent' and cp.person_id = any (both_sides.subjects)));
$function$
;

CREATE OR REPLACE FUNCTION casework.calls_told(steps integer)
 RETURNS TABLE(call text, case_id uuid, number text, unit_id uuid, by_account uuid, started_at timestamp with time zone, due_at timestamp with time zone, said bytea, plan_said bytea, contact_kind text, contact bytea)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select k.instance, c.id, c.number, c.unit_id, e.actor_id, k.started_at, k.due_at, e.sealed, p.sealed, t.kind, t.sealed
  from casework.clock k join casework."case" c on c.id = k.case_id
    join casework.event e on e.case_id = k.case_id and e.type = 'supportCalled' and e.facts ->> 'call' = k.instance
    -- The plan that was named; where none was, the one under way, or the open one of that hour, of whoever calls.
    left join lateral (select v.said_by from casework.planned_visit v where v.case_id = c.id and v.goes and v.status <> 'passedOn'
      and (v.id::text = e.facts ->> 'plan' or e.facts ->> 'plan' is null and v.account_id = e.actor_id and v.status = 'open'
        and (v.expected_until is not null or v.planned_at between e.happened_at - interval '3 hours' and e.happened_at + interval '1 hour'))
      order by v.expected_until desc nulls last, v.planned_at desc limit 1) v on true
    left join casework.event p on p.case_id = c.id and p.id = v.said_by
    left join people.contact t on t.id::text = p.facts ->> 'contact' and not t.hidden and t.valid_until is null
  where k.rule = 'support-call' and k.stopped_at is null and k.escalated >= calls_told.steps
    and c.county = any ((select access.counties('{support.told}', 'contact'))::text[])
  order by k.due_at limit 50
$function$
;

CREATE OR REPLACE FUNCTION casework.clock_events(in_cases uuid[])
 RETURNS TABLE(id uuid, case_id uuid, seq integer, type text, schema_version integer, recorded_at timestamp with time zone, happened_at timestamp with time zone, actor_id uuid, facts jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select e.id, e.case_id, e.seq, e.type, e.schema_version, e.recorded_at, e.happened_at, e.actor_id, e.facts
  from casework.event e where e.case_id = any (in_cases) and (select access.holds('{clock}')) order by e.case_id, e.seq
$function$
;

CREATE OR REPLACE FUNCTION casework.clock_grounds(in_cases uuid[])
 RETURNS TABLE(id uuid, programme text, pack_version text, county text)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select c.id, c.programme, c.pack_version, c.county from casework."case" c
  where c.id = any (in_cases) and (select access.holds('{clock}')) order by c.id for no key update of c
$function$
;

CREATE OR REPLACE FUNCTION casework.clocks_told()
 RETURNS TABLE(number text, programme text, pack_version text, unit_id uuid, lead_id uuid, rule text, started_at timestamp with time zone, due_at timestamp with time zone, case_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select c.number, c.programme, c.pack_version, c.unit_id, c.lead_id, k.rule, k.started_at, k.due_at, c.id
  from casework.clock k join casework."case" c on c.id = k.case_id
  where k.stopped_at is null and k.paused_at is null
    and c.county = any ((select access.counties('{clock.told}', 'basic'))::text[])
    and exists (select from system.notice n where n.case_id = c.id and n.kind = 'clock.overdue' and n.rule = k.rule
      and n.due_at = k.due_at and n.to_post = 'director:county:' || c.county)
  order by k.due_at limit 200
$function$
;

CREATE OR REPLACE FUNCTION casework.follow_decision(decision uuid, in_case uuid, event_id uuid, event_type text, event_facts jsonb, happened timestamp with time zone, members jsonb, spoken_of jsonb)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  d people.decision := people.own_decision(follow_decision.decision);
  m people.decision_move;
  next_seq integer;
  held casework."case";
  former uuid;
begin
  select * into m from people.decision_move x where x.decision_id = d.id and x.what = 'case' and x.row_id = in_case limit 1;
  if not found or event_type not in ('personReplaced', 'personRestored') or (event_facts ->> 'decision')::uuid <> d.id then
    raise exception 'not a case of this decision' using errcode = '42501';
  end if;
  if exists (select from jsonb_to_recordset(members) x(person_id uuid) where x.person_id not in ((m.before #>> '{}')::uuid, (m.after #>> '{}')::uuid)
      and not exists (select from casework.case_person cp where cp.case_id = in_case and cp.person_id = x.person_id)) then
    raise exception 'somebody who does not belong to the case' using errcode = '42501';
  end if;
  select * into held from casework."case" c where c.id = in_case for no key update;
  former := held.subject_person_id;
  if event_type = 'personReplaced' and held.subject_person_id = (m.before #>> '{}')::uuid then
    update people.decision_move x set subject = true where x.decision_id = d.id and x.position = m.position;
    held.subject_person_id := (m.after #>> '{}')::uuid;
  elsif event_type = 'personRestored' and m.subject then
    held.subject_person_id := (m.before #>> '{}')::uuid;
  end if;
  -- The case is called by whom it is about.
  if held.subject_person_id is distinct from former then
    select replace(held.title, o.name, n.name) into held.title from people.person o, people.person n
      where o.id = former and n.id = held.subject_person_id and o.name <> '' and n.name <> '' and position(o.name in held.title) > 0;
    held.title := coalesce(held.title, (select c.title from casework."case" c where c.id = in_case));
  end if;
  update casework."case" c set version = c.version + 1, subject_person_id = held.subject_person_id, title = held.title where c.id = in_case returning c.version into next_seq;
  insert into casework.event (case_id, seq, id, county, type, happened_at, actor_id, facts)
  values (in_case, next_seq, event_id, held.county, event_type, happened, access.actor(), event_facts);
  delete from casework.case_person cp where cp.case_id = in_case;
  insert into casework.case_person (case_id, person_id, county, role, relation, since, until)
    select in_case, x.person_id, held.county, x.role, x.relation, x.since, x.until
    from jsonb_to_recordset(members) x(person_id uuid, role text, relation text, since timestamptz, until timestamptz);
  update casework.visit v set person_id = x.person_id from jsonb_to_recordset(spoken_of) x(id uuid, person_id uuid)
    where v.case_id = in_case and v.id = x.id and v.person_id is distinct from x.person_id;
  update casework.planned_visit v set persons = x.persons from jsonb_to_recordset(spoken_of) x(id uuid, persons uuid[])
    where v.case_id = in_case and v.said_by = x.id and x.persons is not null and v.persons is distinct from x.persons;
  update casework.assessment a set subject_person_id = x.person_id from jsonb_to_recordset(spoken_of) x(id uuid, person_id uuid)
    where a.case_id = in_case and a.id = x.id and a.subject_person_id is distinct from x.person_id;
  return next_seq;
end $function$
;

CREATE OR REPLACE FUNCTION casework.hand_over(transfer uuid, made jsonb, texts jsonb, persons jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  t casework.transfer;
  held casework."case";
  r intake.report := jsonb_populate_record(null::intake.report, made);
begin
  select * into t from casework.transfer x where x.id = hand_over.transfer;
  select * into held from casework."case" c where c.id = t.case_id;
  if t.id is null or t.status <> 'sent' or t.report_id is null or t.to_county = t.county
    or exists (select from intake.report x where x.id = t.report_id)
    or not exists (select from casework.approval a where a.id = t.id and a.case_id = t.case_id and a.decision = 'approved' and a.decided_by = access.actor())
    or not exists (select from org.county a, org.county b where a.id = t.county and b.id = t.to_county and a.demo = b.demo)
    or not coalesce(held.county = any (access.counties('{case.approve}', 'basic')), false)
      and not coalesce(held.district = any (access.districts('{case.approve}', 'basic')), false)
      and not coalesce(held.unit_id = any (access.units('{case.approve}', 'basic')), false) then
    raise exception 'not to be handed over by this actor' using errcode = '42501';
  end if;
  if exists (select from jsonb_to_recordset(persons) x(person_id uuid)
      where not exists (select from casework.case_person cp where cp.case_id = t.case_id and cp.person_id = x.person_id and cp.until is null)) then
    raise exception 'somebody who does not belong to the case' using errcode = '42501';
  end if;
  insert into intake.report (id, number, county, district, channel, reporter_kind, mandatory, report_type, wants_reply, received_at, needs, subject_id, band, band_source,
      band_reasons, triage_due, desk_due, next_due, pack_version, demo, handed_from)
    values (t.report_id, t.report_number, t.to_county, (select d.id from org.district d where d.id = r.district and d.county = t.to_county), 'transfer', r.reporter_kind, false,
      'followUp', false, r.received_at, held.needs, r.subject_id, coalesce(held.risk, 'medium'), 'person', '[]', r.triage_due, r.desk_due, least(r.triage_due, r.desk_due), r.pack_version, held.demo,
      jsonb_build_object('county', t.county, 'name', (select jsonb_build_object('zh', c.name_zh, 'en', c.name_en) from org.county c where c.id = t.county), 'number', held.number,
        'receivedAt', to_char(held.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'programme', held.programme));
  insert into intake.report_text (report_id, part, county, subject_id, sealed)
    select t.report_id, x.part, t.to_county, r.subject_id, decode(x.sealed, 'hex') from jsonb_to_recordset(texts) x(part text, sealed text);
  insert into people.record (id, source, source_key, county, subject_id, sealed, received_at)
    select x.record_id, 'report', t.report_id || '/' || x.record_id, t.to_county, x.subject_id, decode(x.sealed, 'hex'), r.received_at
    from jsonb_to_recordset(persons) x(record_id uuid, subject_id uuid, sealed text);
  insert into people.link (record_id, person_id, county, state, basis, weight, reasons, decided_by, decided_at, created_at)
    select x.record_id, x.person_id, t.to_county, 'confirmed', 'person', 0, '[]', access.actor(), r.received_at, r.received_at
    from jsonb_to_recordset(persons) x(record_id uuid, person_id uuid);
  insert into intake.report_person (id, report_id, county, role, record_id, person_id, relation_to_subject, position)
    select x.id, t.report_id, t.to_county, x.role, x.record_id, x.person_id, x.relation, x.position
    from jsonb_to_recordset(persons) x(id uuid, record_id uuid, person_id uuid, role text, relation text, position integer);
  insert into intake.clock (report_id, county, rule, started_at, due_at)
    values (t.report_id, t.to_county, 'desk-dispatch', r.received_at, r.desk_due), (t.report_id, t.to_county, 'triage-' || coalesce(held.risk, 'medium'), r.received_at, r.triage_due);
end $function$
;

CREATE OR REPLACE FUNCTION casework.is_relative(account uuid, of_case uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if not access.may_be_related(account) then
    return false;
  end if;
  return exists (select from access.recusal r where r.account_id = is_relative.account and r.lifted_at is null and r.kind = 'case' and r.target_id = of_case)
    or exists (select from casework.case_report cr where cr.case_id = of_case and intake.is_relative(is_relative.account, cr.report_id))
    or people.of_family(array(select access.own_people(is_relative.account)),
      array(select cp.person_id from casework.case_person cp where cp.case_id = of_case and cp.person_id is not null and (cp.until is null or cp.until > now())));
end $function$
;

CREATE OR REPLACE FUNCTION casework.keep_apart(cases uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare s record;
begin
  for s in
    select v.person_id as victim, array_agg(distinct o.person_id) as others
    from casework."case" c
      join casework.case_person v on v.case_id = c.id and v.until is null and (v.role = 'victim' or (v.role = 'subject' and c.side = 'victim'))
      join casework.case_person o on o.case_id = c.id and o.until is null and o.role = 'respondent' and o.person_id <> v.person_id
    where c.id = any (keep_apart.cases) group by v.person_id
  loop
    update people.contact k set hidden_from = array(select distinct x from unnest(k.hidden_from || s.others) x), version = k.version + 1
      where k.person_id = s.victim and k.hidden and not s.others <@ k.hidden_from;
    update people.household_member k set hidden_from = array(select distinct x from unnest(k.hidden_from || s.others) x)
      where k.person_id = s.victim and k.hidden and not s.others <@ k.hidden_from;
    update people.kin k set hidden_from = array(select distinct x from unnest(k.hidden_from || s.others) x)
      where s.victim in (k.person_id, k.other_id) and k.hidden and not s.others <@ k.hidden_from;
    update people.shielding k set hidden_from = array(select distinct x from unnest(k.hidden_from || s.others) x)
      where k.person_id = s.victim and not s.others <@ k.hidden_from;
  end loop;
end $function$
;

CREATE OR REPLACE FUNCTION casework.moves_offered(wanted uuid)
 RETURNS TABLE(id uuid, case_id uuid, number text, title text, programme text, pack_version text, risk text, district text, from_unit uuid, to_unit uuid, reason text, sent_at timestamp with time zone, answer_due timestamp with time zone, version integer, subject_id uuid, report_id uuid, sealed bytea)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  return query
  select m.id, m.case_id, c.number, c.title, c.programme, c.pack_version, c.risk, coalesce(m.to_district, c.district), m.from_unit, m.to_unit, m.reason, m.sent_at, k.due_at, m.version, coalesce(c.subject_person_id, c.id),
    (select r.report_id from casework.case_report r where r.case_id = c.id and r.kind = 'founding' limit 1),
    (select e.sealed from casework.event e where e.case_id = m.case_id and e.type = 'moveDecided' and e.facts ->> 'move' = m.id::text order by e.seq desc limit 1)
  from casework.move m
  join casework."case" c on c.id = m.case_id
  left join casework.clock k on k.case_id = m.case_id and k.rule = 'move-answer' and k.instance = m.id::text
  where m.status = 'sent' and m.to_unit = any (access.units('{case.accept}', 'basic')) and (moves_offered.wanted is null or m.id = moves_offered.wanted)
  order by m.sent_at, m.id;
end $function$
;

CREATE OR REPLACE FUNCTION casework.next_case_number(county text, prefix text, month text, how_many integer DEFAULT 1)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  insert into casework.case_counter as c (county, prefix, month, last)
  values (next_case_number.county, next_case_number.prefix, next_case_number.month, next_case_number.how_many)
  on conflict on constraint case_counter_pkey do update set last = c.last + next_case_number.how_many
  returning last - next_case_number.how_many + 1;
$function$
;

CREATE OR REPLACE FUNCTION casework.offered_move(move uuid)
 RETURNS casework.move
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  m casework.move;
begin
  select * into m from casework.move x where x.id = offered_move.move and x.status not in ('proposed', 'sentBack') and x.to_unit = any (access.units('{case.accept}', 'basic'));
  if m.id is null then
    return null;
  end if;
  perform from casework."case" c where c.id = m.case_id for no key update;
  select * into m from casework.move x where x.id = m.id;
  return m;
end $function$
;

CREATE OR REPLACE FUNCTION casework.other_side(report uuid)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if access.holds('{matcher}') then
    return query select distinct cp.person_id from casework.case_person cp where cp.until is null and cp.role = 'respondent'
      and cp.case_id in (select cr.case_id from casework.case_report cr where cr.report_id = other_side.report
        union all select t.case_id from casework.transfer t where t.report_id = other_side.report);
  end if;
end $function$
;

CREATE OR REPLACE FUNCTION casework.people_events(decision uuid)
 RETURNS TABLE(case_id uuid, county text, origin uuid, target uuid, version integer, seq integer, id uuid, type text, happened_at timestamp with time zone, facts jsonb)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare d people.decision := people.own_decision(people_events.decision);
begin
  perform 1 from casework."case" c join people.decision_move m on m.row_id = c.id and m.decision_id = d.id and m.what = 'case' order by c.id for no key update of c;
  return query select c.id, c.county, (m.before #>> '{}')::uuid, (m.after #>> '{}')::uuid, c.version, e.seq, e.id, e.type, e.happened_at,
      case e.type when 'caseDispatched' then jsonb_build_object('members', e.facts -> 'members', 'subject', e.facts -> 'subject')
        when 'visitRecorded' then jsonb_build_object('person', e.facts -> 'persons' -> 0)
        when 'contactRecorded' then jsonb_build_object('person', e.facts -> 'persons' -> 0)
        when 'visitPlanned' then jsonb_build_object('persons', e.facts -> 'persons')
        when 'visitChanged' then jsonb_build_object('persons', e.facts -> 'persons')
        when 'assessmentCompleted' then jsonb_build_object('person', e.facts -> 'person')
        else e.facts end
    from people.decision_move m join casework."case" c on c.id = m.row_id
    join casework.event e on e.case_id = c.id
      and e.type in ('caseDispatched','memberAdded','memberRemoved','memberRoleChanged','personReplaced','personRestored','visitRecorded','contactRecorded','visitPlanned','visitChanged','assessmentCompleted')
    where m.decision_id = d.id and m.what = 'case' order by c.id, e.seq;
end $function$
;

CREATE OR REPLACE FUNCTION casework.pinned_versions(of_programme text)
 RETURNS TABLE(pack_version text, cases integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select c.pack_version, count(*)::integer from casework."case" c
  where c.county = any ((select access.counties('{statement.read}', 'basic'))::text[]) and c.programme = of_programme and c.status not in ('closed', 'notOpened')
  group by c.pack_version order by c.pack_version
$function$
;

CREATE OR REPLACE FUNCTION casework.put_clocks(rows json)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  insert into casework.clock as k (case_id, county, rule, instance, started_at, due_at, paused_at, stopped_at, outcome, escalated)
    select n.case_id, c.county, n.rule, n.instance, n.started_at, n.due_at, n.paused_at, n.stopped_at, n.outcome, n.escalated
    from json_populate_recordset(null::casework.clock, rows) n join casework."case" c on c.id = n.case_id where (select access.holds('{clock}'))
    on conflict (case_id, rule, instance) do update set due_at = excluded.due_at, stopped_at = excluded.stopped_at, outcome = excluded.outcome, escalated = excluded.escalated
$function$
;

CREATE OR REPLACE FUNCTION casework.return_move(move uuid, event_id uuid, reason text, at timestamp with time zone, sealed bytea)
 RETURNS TABLE(seq integer, lead uuid, number text, programme text, pack_version text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  m casework.move := casework.offered_move(return_move.move);
  held casework."case";
begin
  if m.id is null or m.status <> 'sent' then
    raise exception 'not to be returned by this actor' using errcode = '42501';
  end if;
  update casework."case" c set version = c.version + 1 where c.id = m.case_id returning * into held;
  insert into casework.event (case_id, seq, id, county, type, happened_at, actor_id, facts, subject_id, sealed)
    values (held.id, held.version, event_id, held.county, 'moveReturned', return_move.at, access.actor(), jsonb_build_object('move', m.id, 'reason', return_move.reason),
      case when return_move.sealed is not null then coalesce(held.subject_person_id, held.id) end, return_move.sealed);
  update casework.move x set status = 'returned', answered_at = return_move.at, returned = return_move.reason, version = x.version + 1 where x.id = m.id;
  update casework.clock k set stopped_at = return_move.at, outcome = case when k.due_at is null or return_move.at <= k.due_at then 'met' else 'late' end
    where k.case_id = held.id and k.rule = 'move-answer' and k.instance = m.id::text and k.stopped_at is null;
  update casework."case" c set (next_due, next_rule) = (
      select k.due_at, k.rule from casework.clock k
      where k.case_id = held.id and k.stopped_at is null and k.paused_at is null and k.due_at is not null and c.closed_at is null
      order by k.due_at, k.rule, k.instance limit 1)
    where c.id = held.id;
  return query select held.version, held.lead_id, held.number, held.programme, held.pack_version;
end $function$
;

CREATE OR REPLACE FUNCTION casework.set_next_dues(rows json)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  update casework."case" c set next_due = n.due, next_rule = n.rule from json_to_recordset(rows) n (id uuid, due timestamptz, rule text)
  where c.id = n.id and (select access.holds('{clock}'))
$function$
;

CREATE OR REPLACE FUNCTION casework.take_move(move uuid)
 RETURNS casework.move
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  m casework.move := casework.offered_move(take_move.move);
begin
  if m.id is null or m.status <> 'sent' then
    return m;
  end if;
  update casework."case" c set unit_id = m.to_unit, supervisor_id = access.actor() where c.id = m.case_id;
  update people.reach x set case_id = other.id, report_id = null
    from (select distinct on (cp.person_id) cp.person_id, c.id from casework.case_person cp join casework."case" c on c.id = cp.case_id
      where c.unit_id = m.from_unit and c.id <> m.case_id order by cp.person_id, c.id) other
    where x.unit_id = m.from_unit and x.person_id = other.person_id and x.case_id = m.case_id;
  delete from people.reach x
    where x.unit_id = m.from_unit
      and (x.case_id = m.case_id or x.report_id in (select r.report_id from casework.case_report r where r.case_id = m.case_id))
      and not exists (select from casework.case_person cp join casework."case" c on c.id = cp.case_id where cp.person_id = x.person_id and c.unit_id = m.from_unit)
      and not exists (select from intake.report_person rp join placed.report_held h on h.report_id = rp.report_id where rp.person_id = x.person_id and h.unit_id = m.from_unit);
  return m;
end $function$
;

CREATE OR REPLACE FUNCTION casework.taken_is_told()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if exists (select from casework.move m where m.case_id = new.id and m.status = 'sent' and m.to_unit = new.unit_id)
    and exists (select from casework."case" c where c.id = new.id and c.unit_id = new.unit_id) then
    raise exception 'a case was taken and nothing says so' using errcode = '23514';
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION casework.title_follows()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  update casework."case" c set title = replace(c.title, old.name, new.name)
    where c.subject_person_id = new.id and position(old.name in c.title) > 0;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION casework.told_anew()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if not access.holds('{clock}') then
    new.escalated := 0;
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION casework.transferred_events(report uuid)
 RETURNS TABLE(county text, programme text, pack_version text, subject_id uuid, id uuid, case_id uuid, seq integer, type text, schema_version integer, recorded_at timestamp with time zone, happened_at timestamp with time zone, actor_id uuid, facts jsonb)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  t casework.transfer := casework.waiting_transfer(transferred_events.report);
begin
  perform from casework."case" c where c.id = t.case_id for no key update;
  -- Read anew behind the lock.
  t := casework.waiting_transfer(transferred_events.report);
  return query select c.county, c.programme, c.pack_version, coalesce(c.subject_person_id, c.id), e.id, e.case_id, e.seq, e.type, e.schema_version, e.recorded_at, e.happened_at, e.actor_id, e.facts
    from casework."case" c join casework.event e on e.case_id = c.id where c.id = t.case_id order by e.seq;
end $function$
;

CREATE OR REPLACE FUNCTION casework.visits_overdue(at timestamp with time zone)
 RETURNS TABLE(plan uuid, case_id uuid, county text, unit_id uuid, number text, programme text, pack_version text, expected_until timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select v.id, c.id, c.county, c.unit_id, c.number, c.programme, c.pack_version, v.expected_until
  from casework.planned_visit v join casework."case" c on c.id = v.case_id
  where v.goes and v.status in ('open', 'lapsed') and v.expected_until < visits_overdue.at and v.expected_until > visits_overdue.at - interval '1 day'
    and (select access.holds('{clock}'))
$function$
;

CREATE OR REPLACE FUNCTION casework.waiting_transfer(report uuid)
 RETURNS casework.transfer
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  t casework.transfer;
begin
  select x.* into t from casework.transfer x join intake.report r on r.id = x.report_id
  where x.report_id = waiting_transfer.report and x.status = 'sent' and (
    r.county = any (access.counties('{report.screen,report.review}', 'basic'))
    or exists (select from intake.dispatch d where d.report_id = r.id and d.unit_id = any (access.units('{case.accept}', 'basic'))));
  return t;
end $function$
;

CREATE OR REPLACE FUNCTION casework.withdraw_transfer(transfer uuid, reason text, at timestamp with time zone)
 RETURNS TABLE(county text, report_id uuid, number text, unit_id uuid, proposed_by uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  t casework.transfer;
  held casework."case";
begin
  select * into t from casework.transfer x where x.id = withdraw_transfer.transfer;
  select * into held from casework."case" c where c.id = t.case_id;
  if t.id is null or t.status <> 'withdrawn' or t.report_id is null or t.answered_at is distinct from withdraw_transfer.at
    or not exists (select from casework.event e where e.case_id = t.case_id and e.seq = held.version and e.type = 'transferWithdrawn'
      and e.facts ->> 'transfer' = t.id::text and e.actor_id = access.actor())
    or not coalesce(held.county = any (access.counties('{case.approve}', 'basic')), false)
      and not coalesce(held.district = any (access.districts('{case.approve}', 'basic')), false)
      and not coalesce(held.unit_id = any (access.units('{case.approve}', 'basic')), false) then
    raise exception 'not to be withdrawn by this actor' using errcode = '42501';
  end if;
  perform from intake.report r where r.id = t.report_id for update;
  perform from intake.dispatch d where d.report_id = t.report_id order by d.id for update;
  if exists (select from intake.dispatch d where d.report_id = t.report_id and d.status = 'accepted')
    or exists (select from intake.report r where r.id = t.report_id and r.status = 'closedAtDesk') then
    raise exception 'answered already' using errcode = '42501';
  end if;
  return query
    select t.to_county, t.report_id, t.report_number, d.unit_id, null::uuid from intake.dispatch d where d.report_id = t.report_id and d.status in ('sent', 'disputed', 'upheld')
    union
    select t.to_county, t.report_id, t.report_number, null::uuid, (select p.proposed_by from intake.proposal p where p.report_id = t.report_id order by p.round desc limit 1);
  update intake.dispatch d set status = 'withdrawn', version = d.version + 1 where d.report_id = t.report_id and d.status in ('sent', 'disputed', 'upheld');
  update intake.report r set status = 'closedAtDesk', decided_at = withdraw_transfer.at, handled_at = withdraw_transfer.at, version = r.version + 1,
    handed_from = r.handed_from || jsonb_build_object('withdrawnAt', to_char(withdraw_transfer.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'withdrawnFor', withdraw_transfer.reason)
    where r.id = t.report_id;
  update intake.clock k set stopped_at = withdraw_transfer.at where k.report_id = t.report_id and k.stopped_at is null;
  update intake.hit h set expires_at = withdraw_transfer.at where h.report_id = t.report_id and h.expires_at is null;
  delete from people.reach x using org.unit u where x.report_id = t.report_id and u.id = x.unit_id and u.county = t.to_county;
end $function$
;

CREATE OR REPLACE FUNCTION intake.family_holds(account uuid, report uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select people.of_family(array(select access.own_people(family_holds.account)),
    array(select rp.person_id from intake.report_person rp where rp.report_id = family_holds.report and rp.person_id is not null));
$function$
;

CREATE OR REPLACE FUNCTION intake.hand_on(report uuid, target text, made uuid, report_number text, at timestamp with time zone, triage_due timestamp with time zone, desk_due timestamp with time zone, pack text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  held intake.report;
begin
  select * into held from intake.report r where r.id = hand_on.report for update;
  if held.id is null or held.status <> 'closedAtDesk' or held.handed_to is not null or held.county = target
    or not coalesce(held.county = any (access.counties('{report.screen,report.review}', 'basic')), false) then
    raise exception 'not to be handed on by this actor' using errcode = '42501';
  end if;
  insert into intake.report (id, number, county, channel, reporter_kind, mandatory, report_type, wants_reply, received_at, occurred_on, occurred_precision,
      place_kind, grounds, needs, answers, subject_id, band, band_source, band_reasons, triage_due, desk_due, next_due, pack_version, demo, handed_from)
    values (made, report_number, target, held.channel, held.reporter_kind, held.mandatory, held.report_type, held.wants_reply, at, held.occurred_on,
      held.occurred_precision, held.place_kind, held.grounds, held.needs, held.answers, held.subject_id, held.band, held.band_source, held.band_reasons,
      hand_on.triage_due, hand_on.desk_due, least(hand_on.triage_due, hand_on.desk_due), pack, held.demo,
      jsonb_build_object('county', held.county, 'name', (select jsonb_build_object('zh', c.name_zh, 'en', c.name_en) from org.county c where c.id = held.county), 'number', held.number, 'receivedAt', to_char(held.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')));
  insert into intake.report_text (report_id, part, county, subject_id, sealed, evidence)
    select made, t.part, target, t.subject_id, t.sealed, t.evidence from intake.report_text t where t.report_id = held.id;
  with person as (
    select rp.*, uuidv7() as fresh, row_number() over (order by rp.position) as place from intake.report_person rp where rp.report_id = held.id
  ), record as (
    insert into people.record (id, source, source_key, county, subject_id, sealed, received_at)
      select p.fresh, c.source, made || '/' || p.fresh, target, c.subject_id, c.sealed, at from person p join people.record c on c.id = p.record_id
      returning id
  )
  insert into intake.report_person (report_id, county, role, record_id, relation_to_subject, whereabouts, position)
    select made, target, p.role, p.fresh, p.relation_to_subject, p.whereabouts, p.position from person p join record r on r.id = p.fresh;
  insert into intake.clock (report_id, county, rule, started_at, due_at)
    values (made, target, 'desk-dispatch', at, hand_on.desk_due), (made, target, 'triage-' || held.band, at, hand_on.triage_due);
  update intake.receipt r set report_id = made where r.report_id = held.id;
  update intake.addition a set report_id = made, county = target where a.report_id = held.id;
  -- What the first officer noted is for the next desk to read.
  insert into intake.addition (report_id, county, origin, subject_id, sealed, received_at)
    select made, target, 'desk', p.subject_id, p.note_sealed, at from intake.proposal p
    where p.report_id = held.id and p.note_sealed is not null order by p.round desc limit 1;
  update files.file f set report_id = made, county = target where f.report_id = held.id;
  update vault.entry e set report_id = made, county = target where e.report_id = held.id;
  update intake.report r set handed_to = jsonb_build_object('county', target, 'name', (select jsonb_build_object('zh', c.name_zh, 'en', c.name_en) from org.county c where c.id = target), 'number', report_number) where r.id = held.id;
end $function$
;

CREATE OR REPLACE FUNCTION intake.is_relative(account uuid, report uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if not access.may_be_related(account) then
    return false;
  end if;
  return exists (select from access.recusal r where r.account_id = is_relative.account and r.lifted_at is null
      and (r.kind = 'report' and r.target_id = is_relative.report
        or r.kind = 'case' and exists (select from casework.case_report cr where cr.case_id = r.target_id and cr.report_id = is_relative.report)))
    or intake.family_holds(account, report);
end $function$
;

CREATE OR REPLACE FUNCTION intake.next_report_number(county text, day date)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  running integer;
begin
  update intake.report_counter c set last = c.last + 1 where c.county = next_report_number.county and c.day = next_report_number.day returning c.last into running;
  if running is not null then
    return running;
  end if;
  insert into intake.report_counter as c (county, day, last)
  values (next_report_number.county, next_report_number.day,
          1 + (select count(*) from intake.report r where r.county = next_report_number.county
               and r.received_at >= (next_report_number.day::timestamp at time zone 'Asia/Taipei')
               and r.received_at < ((next_report_number.day + 1)::timestamp at time zone 'Asia/Taipei')))
  on conflict on constraint report_counter_pkey do update set last = c.last + 1
  returning last into running;
  return running;
end $function$
;

CREATE OR REPLACE FUNCTION intake.open_receipt(number text, code_hash bytea)
 RETURNS TABLE(outcome text, report_id uuid, county text, subject_id uuid, status text, wants_reply boolean, received_at timestamp with time zone, handled_at timestamp with time zone, locked_until timestamp with time zone, handed_to jsonb)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  held intake.receipt;
begin
  select * into held from intake.receipt r where r.number = open_receipt.number for update;
  if not found or held.expires_at < now() then
    return query select 'unknown', null::uuid, null::text, null::uuid, null::text, null::boolean, null::timestamptz, null::timestamptz, null::timestamptz, null::jsonb;
    return;
  end if;
  if held.locked_until > now() then
    return query select 'locked', null::uuid, null::text, null::uuid, null::text, null::boolean, null::timestamptz, null::timestamptz, held.locked_until, null::jsonb;
    return;
  end if;
  if held.code_hash <> open_receipt.code_hash then
    update intake.receipt r set failed = r.failed + 1,
      locked_until = case when (r.failed + 1) % 5 = 0 then now() + interval '15 minutes' end
      where r.report_id = held.report_id;
    return query select 'unknown', null::uuid, null::text, null::uuid, null::text, null::boolean, null::timestamptz, null::timestamptz, null::timestamptz, null::jsonb;
    return;
  end if;
  if held.failed > 0 then
    update intake.receipt r set failed = 0, locked_until = null where r.report_id = held.report_id;
  end if;
  return query select 'open', p.id, p.county, p.subject_id, p.status, p.wants_reply,
      coalesce((p.handed_from ->> 'receivedAt')::timestamptz, p.received_at), p.handled_at, null::timestamptz,
      case when p.handed_from is not null then jsonb_build_object('zh', c.name_zh, 'en', c.name_en) end
    from intake.report p join org.county c on c.id = p.county where p.id = held.report_id;
end $function$
;

CREATE OR REPLACE FUNCTION intake.receipt_additions(report uuid)
 RETURNS TABLE(at timestamp with time zone, kind text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select a.received_at, 'text' from intake.addition a where a.report_id = receipt_additions.report and a.origin = 'reporter'
  union all
  select f.created_at, 'file' from files.file f
    where f.report_id = receipt_additions.report and f.state = 'whole' and f.original_of is null
      and f.created_by = '00000000-0000-7000-8000-000000000001'
  order by 1;
$function$
;

CREATE OR REPLACE FUNCTION network.move_answer(of_referral uuid, due timestamp with time zone)
 RETURNS TABLE(to_unit uuid, county text)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  update network.referral r set answer_due = move_answer.due, first_due = nullif(coalesce(r.first_due, r.answer_due), move_answer.due)
  where r.id = of_referral and r.status = 'sent' and r.answer_due <> move_answer.due and (select access.holds('{clock}')) returning r.to_unit, r.county
$function$
;

CREATE OR REPLACE FUNCTION org.duties_ending(before timestamp with time zone)
 RETURNS TABLE(county text, unit_id uuid, account_id uuid, username text, ends timestamp with time zone, cases integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select c.county, c.unit_id, a.id, a.username, r.ends, count(*)::integer
  from casework."case" c join org.account a on a.id = c.lead_id
    cross join lateral (
      select case when not a.active or a.unit_id is distinct from c.unit_id then '-infinity'::timestamptz
        else coalesce(max(coalesce(g.valid_until, 'infinity')), '-infinity') end as ends
      from org."grant" g where g.account_id = a.id and g.role in ('leadWorker', 'supervisor') and g.reach_kind = 'unit' and g.reach_id = c.unit_id::text) r
  where c.status not in ('closed', 'notOpened') and r.ends < before and (select access.holds('{clock}'))
  group by 1, 2, 3, 4, 5
$function$
;

CREATE OR REPLACE FUNCTION org.has_reviewer(of_county text, besides uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select exists (
    select from org."grant" g join org.account a on a.id = g.account_id and a.active
    where g.role = 'deskReviewer' and g.reach_kind = 'county' and g.reach_id = of_county
      and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())
      and g.account_id is distinct from besides)
$function$
;

CREATE OR REPLACE FUNCTION org.has_supervisor(of_unit uuid, besides uuid DEFAULT NULL::uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select exists (
    select from org."grant" g join org.account a on a.id = g.account_id and a.active
    where g.role = 'supervisor' and g.reach_kind = 'unit' and g.reach_id = of_unit::text
      and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())
      and g.account_id is distinct from besides)
$function$
;

CREATE OR REPLACE FUNCTION org.left_alone(of_account uuid, stays_in uuid, keeps jsonb)
 RETURNS TABLE(leads integer, cases integer, dispatches integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  with held as (
    select a.id, a.county from org.account a
    where a.id = of_account and a.county = any (access.counties('{admin.users}', 'basic')::text[])
  ), kept as (
    select k.role, k.unit from jsonb_to_recordset(keeps) k(role text, unit uuid)
  ), alone as (
    select distinct g.reach_id::uuid as unit from org."grant" g join held h on h.id = g.account_id
    where g.role = 'supervisor' and g.reach_kind = 'unit' and (g.valid_until is null or g.valid_until > now())
      and not exists (select from kept k where k.role = 'supervisor' and k.unit = g.reach_id::uuid)
      and not org.has_supervisor(g.reach_id::uuid, h.id)
  )
  select
    (select count(*)::integer from casework."case" c join held h on h.id = c.lead_id and h.county = c.county
      where c.status not in ('closed', 'notOpened')
        and not (c.unit_id is not distinct from stays_in and exists (select from kept k where k.role in ('leadWorker', 'supervisor') and k.unit = c.unit_id))),
    (select count(*)::integer from casework."case" c join alone on alone.unit = c.unit_id where c.status not in ('closed', 'notOpened')),
    (select count(*)::integer from intake.dispatch d join alone on alone.unit = d.unit_id where d.status in ('sent', 'upheld', 'disputed'))
  from held
$function$
;

CREATE OR REPLACE FUNCTION org.may_lead(account uuid, of_unit uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select exists (
    select from org.account a join org."grant" g on g.account_id = a.id
    where a.id = may_lead.account and a.active and a.unit_id = of_unit
      and g.role in ('leadWorker', 'supervisor') and g.reach_kind = 'unit' and g.reach_id = of_unit::text
      and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now()))
$function$
;

CREATE OR REPLACE FUNCTION org.open_cases(in_county text)
 RETURNS TABLE(unit_id uuid, open_cases integer, waiting integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select x.unit_id, sum(x.cases)::integer, sum(x.dispatches)::integer from (
    select c.unit_id, 1 as cases, 0 as dispatches from casework."case" c where c.county = in_county and c.status not in ('closed', 'notOpened')
    union all
    select d.unit_id, 0, 1 from intake.dispatch d where d.county = in_county and d.status in ('sent', 'upheld', 'disputed')) x
  where in_county = any (access.counties('{admin.units}', 'basic')::text[])
  group by x.unit_id
$function$
;

CREATE OR REPLACE FUNCTION org.unit_loads()
 RETURNS TABLE(unit_id uuid, open_cases integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  return query
  select c.unit_id, count(*)::integer from casework."case" c join org.account a on a.id = access.actor() and a.county = c.county
  where access.may('{case.close}') and c.status not in ('closed', 'notOpened') group by c.unit_id;
end $function$
;

CREATE OR REPLACE FUNCTION people.beside(ids uuid[])
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select k.other_id from people.kin k where k.person_id = any (ids) and k.relation <> 'conflict'
  union select k.person_id from people.kin k where k.other_id = any (ids) and k.relation <> 'conflict'
  union select unnest(array[s.person_id, s.subject_id]) from people.stated_kin(ids) s
    where s.relation <> all ('{self,teacher,neighbour,acquaintance,stranger,unknown,notKin}')
$function$
;

CREATE OR REPLACE FUNCTION people.bound_hidden_from()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  new.hidden_from := '{}';
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION people.follow(decision uuid, records uuid[], origin uuid, target uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  d people.decision := people.own_decision(follow.decision);
  whole boolean := follow.records is null;
begin
  if not coalesce((select bool_and(p.county = any (access.counties('{person.link}', 'basic'))) from people.person p where p.id in (origin, target)), false) then
    raise exception 'persons out of reach' using errcode = '42501';
  end if;
  -- Cases first, while the reports still speak of the origin: those whose rows all move, or all cases of the person.
  insert into people.decision_move (decision_id, what, row_id, before, after)
    select d.id, 'case', x.case_id, to_jsonb(origin), to_jsonb(target) from (
      select distinct cp.case_id from casework.case_person cp where cp.person_id = origin and (whole or (
        exists (select from casework.case_report cr join intake.report_person rp on rp.report_id = cr.report_id
          where cr.case_id = cp.case_id and rp.person_id = origin and rp.record_id = any (records))
        and not exists (select from casework.case_report cr join intake.report_person rp on rp.report_id = cr.report_id
          where cr.case_id = cp.case_id and rp.person_id = origin and rp.record_id <> all (records)))
        -- Whom a case named by hand: the case follows when no row speaks of the origin any more.
        or not exists (select from people.link l where l.person_id = origin and l.state = 'confirmed'))) x;
  with changed as (update intake.report_person r set person_id = target
      where case when whole then r.person_id = origin else r.record_id = any (records) and r.person_id is not distinct from origin end returning r.id)
    insert into people.decision_move (decision_id, what, row_id, before, after) select d.id, 'reportPerson', id, to_jsonb(origin), to_jsonb(target) from changed;
  if origin is null then
    return;
  end if;
  with changed as (update people.flag f set person_id = target
      where f.person_id = origin and (whole or f.record_id = any (records)) returning f.id)
    insert into people.decision_move (decision_id, what, row_id, before, after) select d.id, 'flag', id, to_jsonb(origin), to_jsonb(target) from changed;
  -- A person founded anew from the row came with copies of the contacts that follow now; a copy would not know what is hidden.
  delete from people.contact c where c.person_id = target and c.source = any (select 'record:' || r from unnest(records) r)
    and exists (select from people.contact o where o.person_id = origin and o.source = c.source);
  with changed as (update people.contact c set person_id = target, version = c.version + 1
      where c.person_id = origin and (whole or c.source = any (select 'record:' || r from unnest(records) r)) returning c.id)
    insert into people.decision_move (decision_id, what, row_id, before, after) select d.id, 'contact', id, to_jsonb(origin), to_jsonb(target) from changed;
  update people.search_key k set hidden = true where k.person_id = target and k.kind in ('phone', 'address') and not k.hidden
    and exists (select from people.contact c where c.person_id = target and c.hidden);
  if whole then
    with changed as (update people.kin k set person_id = target where k.person_id = origin and k.other_id <> target returning k.id)
      insert into people.decision_move (decision_id, what, row_id, before, after) select d.id, 'kinPerson', id, to_jsonb(origin), to_jsonb(target) from changed;
    with changed as (update people.kin k set other_id = target where k.other_id = origin and k.person_id <> target returning k.id)
      insert into people.decision_move (decision_id, what, row_id, before, after) select d.id, 'kinOther', id, to_jsonb(origin), to_jsonb(target) from changed;
    with changed as (update people.household_member m set person_id = target where m.person_id = origin returning m.id)
      insert into people.decision_move (decision_id, what, row_id, before, after) select d.id, 'householdMember', id, to_jsonb(origin), to_jsonb(target) from changed;
  end if;
  -- What is hidden from one is hidden from both.
  with changed as (update people.contact c set hidden_from = c.hidden_from || target where origin = any (c.hidden_from) and target <> all (c.hidden_from) returning c.id)
    insert into people.decision_move (decision_id, what, row_id, after) select d.id, 'contactShield', id, to_jsonb(target) from changed;
  with changed as (update people.kin k set hidden_from = k.hidden_from || target where origin = any (k.hidden_from) and target <> all (k.hidden_from) returning k.id)
    insert into people.decision_move (decision_id, what, row_id, after) select d.id, 'kinShield', id, to_jsonb(target) from changed;
  with changed as (update people.household_member m set hidden_from = m.hidden_from || target where origin = any (m.hidden_from) and target <> all (m.hidden_from) returning m.id)
    insert into people.decision_move (decision_id, what, row_id, after) select d.id, 'householdShield', id, to_jsonb(target) from changed;
  -- The record of shielding only ever widens; taking back leaves it as it is.
  update people.shielding s set hidden_from = s.hidden_from || target where origin = any (s.hidden_from) and target <> all (s.hidden_from);
  -- Whoever reached the origin by what moved reaches the target; with a merge each way, since keys and links of both are one person's now.
  with made as (
    insert into people.reach (person_id, unit_id, case_id, report_id, side, until)
      select distinct on (x.person_id, x.unit_id, x.side) x.* from (
        select target as person_id, r.unit_id, r.case_id, r.report_id, r.side, r.until from people.reach r where r.person_id = origin and (whole
          or r.case_id in (select m.row_id from people.decision_move m where m.decision_id = d.id and m.what = 'case')
          or r.report_id in (select rp.report_id from intake.report_person rp where rp.record_id = any (records)))
        union all
        select origin, r.unit_id, r.case_id, r.report_id, r.side, r.until from people.reach r where r.person_id = target and whole) x
      on conflict do nothing returning person_id, unit_id, side)
    insert into people.decision_move (decision_id, what, row_id, before) select d.id, 'reach', person_id, jsonb_build_object('unit', unit_id, 'side', side) from made;
end $function$
;

CREATE OR REPLACE FUNCTION people.hide_contact_keys(person uuid, keys bytea[], kept_from uuid[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  update people.search_key k set hidden = true,
    hidden_from = array(select distinct x from unnest(k.hidden_from || kept_from) x)
  where k.person_id = hide_contact_keys.person and k.kind in ('phone', 'address') and k.key = any (hide_contact_keys.keys)
    and exists (select from people.contact c where c.person_id = hide_contact_keys.person and c.hidden);
$function$
;

CREATE OR REPLACE FUNCTION people.hide_contacts(person uuid, contacts uuid[], kept_from uuid[], review date)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  update people.contact c set hidden = true, version = c.version + 1,
    hidden_from = array(select distinct x from unnest(c.hidden_from || kept_from) x),
    review_on = case when c.hidden then c.review_on else review end,
    review_told_at = case when c.hidden then c.review_told_at end
  where c.person_id = hide_contacts.person and c.id = any (hide_contacts.contacts) and c.valid_until is null
    and not (c.hidden and kept_from <@ c.hidden_from) and hide_contacts.person <> all (kept_from) and kept_from <> '{}';
$function$
;

CREATE OR REPLACE FUNCTION people.housemates(ids uuid[])
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select unnest(array[x.person_id, x.subject_id]) from (
    select distinct on (least(s.person_id, s.subject_id), greatest(s.person_id, s.subject_id)) s.person_id, s.subject_id, s.lives and s.until is null as lives
    from people.stated_homes(ids) s where s.person_id = any (ids) or s.subject_id = any (ids)
    order by least(s.person_id, s.subject_id), greatest(s.person_id, s.subject_id), (s.source = 'worker') desc, s.said_at desc, s.id desc) x
  where x.lives
$function$
;

CREATE OR REPLACE FUNCTION people.identity_open(persons uuid[])
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select distinct k.person_id from people.link k join people.link c on c.record_id = k.record_id and c.state = 'candidate'
  where k.person_id = any (identity_open.persons) and k.state = 'confirmed' and (
    exists (select from people.person p where p.id = k.person_id and (
      p.county = any (access.counties('{person.read,person.search,family.read,person.link}', 'identifier')) or p.district = any (access.districts('{person.read,person.search,family.read,person.link}', 'identifier'))))
    or exists (select from placed.person_held x where x.person_id = k.person_id and x.unit_id = any (access.units('{person.read,person.search,family.read,person.link}', 'identifier')))
    or k.person_id in (select access.persons('{person.read,person.search,family.read,person.link}', 'identifier')))
$function$
;

CREATE OR REPLACE FUNCTION people.merge_conflict(a uuid, b uuid)
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if not access.may('{person.link}') then
    return null;
  end if;
  if exists (select from people.contact c where (c.person_id = a and b = any (c.hidden_from)) or (c.person_id = b and a = any (c.hidden_from)))
    or exists (select from people.household_member m where (m.person_id = a and b = any (m.hidden_from)) or (m.person_id = b and a = any (m.hidden_from)))
    or exists (select from people.kin k where (k.person_id = a and b = any (k.hidden_from)) or (k.person_id = b and a = any (k.hidden_from)))
    or exists (select from casework.case_person x join casework.case_person y on y.case_id = x.case_id and y.until is null
      where x.until is null and x.person_id in (a, b) and y.person_id in (a, b) and x.person_id <> y.person_id
        and x.role in ('subject', 'victim') and y.role = 'respondent') then
    return 'opposed';
  end if;
  if exists (
    select from casework.case_person x join casework."case" c on c.id = x.case_id and c.closed_at is null
      join casework.assignment s on s.case_id = c.id and s.role <> 'supervisor' and (s.until is null or s.until > now())
      join casework.assignment t on t.account_id = s.account_id and t.role <> 'supervisor' and (t.until is null or t.until > now())
      join casework."case" d on d.id = t.case_id and d.closed_at is null
      join casework.case_person y on y.case_id = d.id and y.until is null
    where x.until is null and x.person_id in (a, b) and y.person_id in (a, b) and x.person_id <> y.person_id
      and x.role in ('subject', 'victim') and y.role = 'respondent') then
    return 'bothSides';
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION people.move_keys()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  update people.search_key k set county = new.county, district = new.district where k.person_id = new.id;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION people.move_to(of_transfer casework.transfer)
 RETURNS uuid[]
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  movers uuid[];
begin
  select coalesce(array_agg(distinct p.id), '{}') into movers
  from intake.report_person rp join people.person p on p.id = rp.person_id and p.county = of_transfer.county
  where rp.report_id = of_transfer.report_id
    and not exists (select from casework.case_person cp join casework."case" c on c.id = cp.case_id
      where cp.person_id = p.id and cp.until is null and c.county = of_transfer.county and c.id <> of_transfer.case_id and c.status not in ('closed', 'notOpened'))
    and not exists (select from intake.report_person o join intake.report r on r.id = o.report_id
      where o.person_id = p.id and r.county = of_transfer.county and (r.status not in ('dispatched', 'closedAtDesk')
        or exists (select from intake.dispatch d where d.report_id = r.id and d.status in ('sent', 'disputed', 'upheld'))));
  update people.person p set county = of_transfer.to_county, district = (select r.district from intake.report r where r.id = of_transfer.report_id),
    version = p.version + 1, updated_at = now() where p.id = any (movers);
  update people.link x set county = of_transfer.to_county where x.person_id = any (movers) and x.county = of_transfer.county;
  update people.contact x set county = of_transfer.to_county where x.person_id = any (movers) and x.county = of_transfer.county;
  update people.shielding x set county = of_transfer.to_county where x.person_id = any (movers) and x.county = of_transfer.county;
  update people.flag x set county = of_transfer.to_county where x.person_id = any (movers) and x.county = of_transfer.county;
  update people.household_member x set county = of_transfer.to_county where x.person_id = any (movers) and x.county = of_transfer.county;
  update people.kin x set county = of_transfer.to_county where x.person_id = any (movers) and x.county = of_transfer.county;
  delete from people.reach x using org.unit u where x.person_id = any (movers) and u.id = x.unit_id and u.county = of_transfer.county;
  return movers;
end $function$
;

CREATE OR REPLACE FUNCTION people.moved(decision uuid)
 RETURNS TABLE(reports integer, cases integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare d people.decision := people.own_decision(moved.decision);
begin
  return query select count(distinct rp.report_id)::int, count(distinct m.row_id) filter (where m.what = 'case')::int
    from people.decision_move m left join intake.report_person rp on m.what = 'reportPerson' and rp.id = m.row_id where m.decision_id = d.id;
end $function$
;

CREATE OR REPLACE FUNCTION people.of_family(own uuid[], named uuid[])
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  with near as (
    select unnest(named) as id
    union select people.beside(named)
    union select people.housemates(named)
    union select m.person_id from people.household_member m
      where m.valid_until is null and m.household_id in
        (select h.household_id from people.household_member h where h.person_id = any (named) and h.valid_until is null)),
  far as (select id from near union select people.beside(array(select id from near)))
  select exists (select from far where far.id = any (own));
$function$
;

CREATE OR REPLACE FUNCTION people.opposed(ids uuid[])
 RETURNS TABLE(person_id uuid, other_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select v.person_id, o.person_id
  from (select distinct x.report_id from intake.report_person x where x.person_id = any (ids)) k
    join intake.report_person v on v.report_id = k.report_id and v.role in ('subject', 'victim')
    join intake.report_person o on o.report_id = k.report_id and o.role = 'respondent' and o.person_id <> v.person_id
  union
  select v.person_id, o.person_id
  from (select distinct x.case_id from casework.case_person x where x.person_id = any (ids)) k
    join casework."case" c on c.id = k.case_id
    join casework.case_person v on v.case_id = k.case_id and v.role = any (case when c.side = 'offender' then '{victim,collateral}'::text[] else '{subject,victim}' end)
    join casework.case_person o on o.case_id = k.case_id and o.role = case when c.side = 'offender' then 'subject' else 'respondent' end and o.person_id <> v.person_id
$function$
;

CREATE OR REPLACE FUNCTION people.own_decision(decision uuid)
 RETURNS people.decision
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare d people.decision;
begin
  select * into d from people.decision x where x.id = own_decision.decision
    and ((x.decided_by = access.actor() and x.written_at = now()) or (x.taken_back_by = access.actor() and x.taken_back_in = now()));
  if not found or not access.may('{person.link}') then
    raise exception 'no decision of this transaction' using errcode = '42501';
  end if;
  return d;
end $function$
;

CREATE OR REPLACE FUNCTION people.resting(person uuid, records uuid[])
 RETURNS TABLE(reports integer, cases integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if not exists (select from people.person p where p.id = person and p.county = any (access.counties('{person.link}', 'basic'))) then
    raise exception 'person out of reach' using errcode = '42501';
  end if;
  return query select (select count(distinct rp.report_id)::int from intake.report_person rp where rp.person_id = person and (records is null or rp.record_id = any (records))),
    (select count(distinct cp.case_id)::int from casework.case_person cp where cp.person_id = person and (records is null or (
      exists (select from casework.case_report cr join intake.report_person rp on rp.report_id = cr.report_id
        where cr.case_id = cp.case_id and rp.person_id = person and rp.record_id = any (records))
      and not exists (select from casework.case_report cr join intake.report_person rp on rp.report_id = cr.report_id
        where cr.case_id = cp.case_id and rp.person_id = person and rp.record_id <> all (records)))));
end $function$
;

CREATE OR REPLACE FUNCTION people.shields_to_review(today date, most integer)
 RETURNS TABLE(contact_id uuid, person_id uuid, county text)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  update people.contact c set review_told_at = now()
  where c.id in (select d.id from people.contact d where d.hidden and d.review_told_at is null and d.review_on <= shields_to_review.today
      and (select access.holds('{clock}')) order by d.review_on limit shields_to_review.most)
  returning c.id, c.person_id, c.county
$function$
;

CREATE OR REPLACE FUNCTION people.show_contact_keys(person uuid, contact uuid, still_hidden integer, old_keys bytea[], new_keys bytea[], kinds text[], index_key text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if not exists (select from people.contact c where c.id = show_contact_keys.contact and c.person_id = show_contact_keys.person and not c.hidden)
    or not exists (select from people.shielding s where s.contact_id = show_contact_keys.contact and s.act = 'lift' and s.done_at = now())
    or (select count(*) from people.contact c where c.person_id = show_contact_keys.person and c.hidden) <> show_contact_keys.still_hidden then
    return;
  end if;
  update people.search_key k set hidden = false, hidden_from = '{}'
    where k.person_id = show_contact_keys.person and k.kind in ('phone', 'address') and k.hidden
      and (show_contact_keys.still_hidden = 0 or k.key = any (show_contact_keys.old_keys));
  insert into people.search_key (key, kind, person_id, county, district, key_id)
    select n.key, n.kind, p.id, p.county, p.district, show_contact_keys.index_key
    from unnest(show_contact_keys.new_keys, show_contact_keys.kinds) n (key, kind), people.person p
    where p.id = show_contact_keys.person and n.kind in ('phone', 'address')
    on conflict do nothing;
end $function$
;

CREATE OR REPLACE FUNCTION people.stands_for(person uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select p.merged_into from people.person p where p.id = stands_for.person and p.merged_into is not null
    and (select access.may('{person.read}'))
$function$
;

CREATE OR REPLACE FUNCTION people.stated_homes(ids uuid[])
 RETURNS TABLE(id uuid, person_id uuid, subject_id uuid, lives boolean, since date, until date, source text, said_at timestamp with time zone)
 LANGUAGE sql
 STABLE
AS $function$
  select h.report_person_id, rp.person_id, s.person_id, h.lives, null::date, null::date, 'report', r.received_at
  from (select distinct x.report_id from intake.report_person x where x.person_id = any (ids)) k
    cross join lateral (select f.person_id from intake.report_person f
      where f.report_id = k.report_id and f.role in ('subject', 'victim') order by f.position, f.id limit 1) s
    join intake.report_home h on h.report_id = k.report_id
    join intake.report_person rp on rp.id = h.report_person_id
    join intake.report r on r.id = k.report_id
  where rp.person_id <> s.person_id
  union all
  select w.id, w.person_id, w.other_id, w.lives, w.since, w.until, 'worker', w.said_at
  from (select distinct x.case_id from casework.family_word x where x.about = 'home' and (x.person_id = any (ids) or x.other_id = any (ids))) k
    join casework.family_word w on w.case_id = k.case_id and w.about = 'home' and w.person_id <> w.other_id
$function$
;

CREATE OR REPLACE FUNCTION people.stated_kin(ids uuid[])
 RETURNS TABLE(person_id uuid, subject_id uuid, relation text, source text)
 LANGUAGE sql
 STABLE
AS $function$
  with word as (
    select distinct on (least(w.person_id, w.other_id), greatest(w.person_id, w.other_id)) w.person_id, w.other_id, w.relation
    from casework.family_word w
    where w.about = 'kin' and w.person_id <> w.other_id and (w.person_id = any (ids) or w.other_id = any (ids))
    order by least(w.person_id, w.other_id), greatest(w.person_id, w.other_id), w.said_at desc, w.id desc),
  told as (
    select rp.person_id, s.person_id as subject_id, rp.relation_to_subject as relation, 'report' as source
    from (select distinct x.report_id from intake.report_person x where x.person_id = any (ids)) r
      cross join lateral (select f.person_id from intake.report_person f
        where f.report_id = r.report_id and f.role in ('subject', 'victim') order by f.position, f.id limit 1) s
      join intake.report_person rp on rp.report_id = r.report_id
    where rp.person_id <> s.person_id and rp.relation_to_subject is not null and (rp.person_id = any (ids) or s.person_id = any (ids))
    union
    select cp.person_id, c.subject_person_id, cp.relation, 'case'
    from (select distinct x.case_id from casework.case_person x where x.person_id = any (ids)) k
      join casework."case" c on c.id = k.case_id
      join casework.case_person cp on cp.case_id = k.case_id and (cp.until is null or cp.until > now())
    where cp.person_id <> c.subject_person_id and cp.relation is not null and (cp.person_id = any (ids) or c.subject_person_id = any (ids))
      and not exists (select from casework.case_report cr join intake.report_person rp on rp.report_id = cr.report_id
        where cr.case_id = k.case_id and rp.person_id = cp.person_id and rp.relation_to_subject = cp.relation))
  select t.person_id, t.subject_id, t.relation, t.source from told t
  where not exists (select from word w
    where (w.person_id, w.other_id) in ((t.person_id, t.subject_id), (t.subject_id, t.person_id)))
  union all
  select w.person_id, w.other_id, coalesce(w.relation, 'notKin'), 'worker' from word w
$function$
;

CREATE OR REPLACE FUNCTION people.take_back(decision uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  d people.decision;
  m people.decision_move;
  was uuid;
begin
  select * into d from people.decision x where x.id = take_back.decision and x.taken_back_at is null for update;
  if not found or not coalesce(d.county = any (access.counties('{person.link}', 'basic')), false) then
    raise exception 'no decision to take back' using errcode = '42501';
  end if;
  if exists (select from people.decision x where x.id <> d.id and x.taken_back_at is null and (x.decided_at, x.written_at, x.id) > (d.decided_at, d.written_at, d.id)
      and (x.person_ids && d.person_ids or x.record_ids && d.record_ids)) then
    return 'later';
  end if;
  update people.decision x set taken_back_by = access.actor(), taken_back_at = clock_timestamp(), taken_back_in = now(), version = x.version + 1 where x.id = d.id;
  for m in select * from people.decision_move x where x.decision_id = d.id order by x.position desc loop
    was := case when jsonb_typeof(m.before) = 'string' then (m.before #>> '{}')::uuid end;
    case m.what
      when 'reportPerson' then update intake.report_person r set person_id = was where r.id = m.row_id;
      when 'flag' then update people.flag f set person_id = was where f.id = m.row_id;
      when 'contact' then update people.contact c set person_id = was, version = c.version + 1 where c.id = m.row_id;
      when 'kinPerson' then update people.kin k set person_id = was where k.id = m.row_id;
      when 'kinOther' then update people.kin k set other_id = was where k.id = m.row_id;
      when 'householdMember' then update people.household_member h set person_id = was where h.id = m.row_id;
      when 'contactShield' then update people.contact c set hidden_from = array_remove(c.hidden_from, (m.after #>> '{}')::uuid) where c.id = m.row_id;
      when 'kinShield' then update people.kin k set hidden_from = array_remove(k.hidden_from, (m.after #>> '{}')::uuid) where k.id = m.row_id;
      when 'householdShield' then update people.household_member h set hidden_from = array_remove(h.hidden_from, (m.after #>> '{}')::uuid) where h.id = m.row_id;
      when 'reach' then delete from people.reach r where r.person_id = m.row_id and r.unit_id = (m.before ->> 'unit')::uuid and r.side = m.before ->> 'side';
      when 'redirect' then update people.person p set merged_into = was, version = p.version + 1, updated_at = now() where p.id = m.row_id;
      when 'link' then update people.link l set state = coalesce(m.before ->> 'state', 'undone'), version = l.version + 1,
          undone_by = case when coalesce(m.before ->> 'state', 'undone') = 'undone' then access.actor() end,
          undone_at = case when coalesce(m.before ->> 'state', 'undone') = 'undone' then now() end,
          decided_by = (m.before ->> 'decidedBy')::uuid, decided_at = (m.before ->> 'decidedAt')::timestamptz where l.id = m.row_id;
      when 'founded' then update people.link l set state = 'undone', undone_by = access.actor(), undone_at = now(), version = l.version + 1
          where l.person_id = m.row_id and l.basis = 'founding' and l.state = 'confirmed';
      when 'case' then null;
    end case;
  end loop;
  for m in select * from people.decision_move x where x.decision_id = d.id and x.what = 'founded' loop
    if exists (select from intake.report_person r where r.person_id = m.row_id)
      or exists (select from people.flag f where f.person_id = m.row_id)
      or exists (select from people.shielding s where s.person_id = m.row_id)
      or exists (select from casework.case_person cp where cp.person_id = m.row_id
        and not exists (select from people.decision_move c where c.decision_id = d.id and c.what = 'case' and c.row_id = cp.case_id)) then
      return 'inUse';
    end if;
    delete from people.search_key k where k.person_id = m.row_id;
    delete from people.identifier_near n where n.person_id = m.row_id;
    delete from people.identifier i where i.person_id = m.row_id;
    delete from people.contact c where c.person_id = m.row_id;
    delete from people.reach r where r.person_id = m.row_id;
    update people.person p set name = null, sex = null, birth_date = null, birth_precision = 'unknown', district = null, version = p.version + 1, updated_at = now()
      where p.id = m.row_id;
  end loop;
  return 'done';
end $function$
;

CREATE OR REPLACE FUNCTION people.unlearn(fact uuid, keys bytea[], contacts uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare founded uuid[];
begin
  if not access.holds('{matcher}')
    or not exists (select from intake.learned_fact f where f.id = unlearn.fact and f.back_at is not null) then
    raise exception 'no fact that was taken back' using errcode = '42501';
  end if;
  select array_agg(l.person_id) into founded from people.link l join intake.learned_fact f on f.record_id = l.record_id
    where f.id = unlearn.fact and l.basis = 'founding';
  delete from people.search_key k where k.person_id = any (founded) and k.key = any (unlearn.keys);
  delete from people.identifier_near n where n.identifier_id = unlearn.fact and n.person_id = any (founded);
  delete from people.identifier i where i.id = unlearn.fact and i.person_id = any (founded);
  -- Where somebody has put on record that it is hidden, the contact ends and the record stays.
  update people.contact c set valid_until = current_date, version = c.version + 1 from intake.learned_fact f
    where f.id = unlearn.fact and c.id = any (unlearn.contacts) and c.source = 'record:' || f.record_id
      and exists (select from people.shielding s where s.contact_id = c.id);
  delete from people.contact c using intake.learned_fact f
    where f.id = unlearn.fact and c.id = any (unlearn.contacts) and c.source = 'record:' || f.record_id
      and not exists (select from people.shielding s where s.contact_id = c.id);
end $function$
;

CREATE OR REPLACE FUNCTION system.bring_due()
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  due system.later_job;
  known system.task;
  brought integer := 0;
begin
  for due in
    delete from system.later_job l
    where l.job_key in (select d.job_key from system.later_job d where d.run_at <= now() order by d.run_at limit 1000 for update skip locked)
    returning l.*
  loop
    select * into known from system.task t where t.name = due.task;
    perform graphile_worker.add_job(due.task, due.payload::json, known.queue, due.run_at, known.max_attempts, due.job_key);
    brought := brought + 1;
  end loop;
  return brought;
end $function$
;

CREATE OR REPLACE FUNCTION system.dismiss(job_key text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  delete from system.later_job l where l.job_key = dismiss.job_key;
  if not found then
    perform graphile_worker.remove_job(dismiss.job_key);
  end if;
end $function$
;

CREATE OR REPLACE FUNCTION system.enqueue(task text, payload jsonb, run_at timestamp with time zone DEFAULT NULL::timestamp with time zone, job_key text DEFAULT NULL::text)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  known system.task;
  made bigint;
begin
  select * into known from system.task t where t.name = enqueue.task;
  if not found then
    raise exception 'unknown task %', enqueue.task using errcode = 'AW002';
  end if;
  if exists (select from jsonb_each(payload) p where jsonb_typeof(p.value) not in ('string','number','boolean','null')
             or (jsonb_typeof(p.value) = 'string' and p.value #>> '{}' !~ '^[A-Za-z0-9._:@/+-]{0,80}$')) then
    raise exception 'a job carries ids and codes only' using errcode = 'AW003';
  end if;
  payload := payload || jsonb_build_object('jobId', coalesce(job_key, '') || '#' || uuidv7());
  if job_key is not null and run_at > now() + interval '5 seconds' then
    insert into system.later_job as l (job_key, task, payload, run_at) values (enqueue.job_key, known.name, enqueue.payload, enqueue.run_at)
      on conflict on constraint later_job_pkey do update set task = excluded.task, payload = excluded.payload, run_at = excluded.run_at;
    return null;
  end if;
  select j.id into made from graphile_worker.add_job(known.name, payload::json, known.queue, enqueue.run_at, known.max_attempts, enqueue.job_key) j;
  return made;
end $function$
;

CREATE OR REPLACE FUNCTION system.keep_population()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  wanted text := case when new.demo then 'demo' else 'real' end;
  held text;
begin
  select kind into held from system.population;
  if held = wanted then
    return new;
  end if;
  update system.population set kind = wanted where kind = 'empty';
  select kind into held from system.population;
  if held <> wanted then
    raise exception 'this database holds % people and refuses % ones', held, wanted using errcode = 'AW001';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION system.notice_step_up()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  up text := 'director:county:' || new.county;
begin
  if new.to_post like 'supervisor:unit:%' and not org.has_supervisor(substr(new.to_post, 17)::uuid) then
    new.once := replace(new.once, new.to_post, up);
    new.to_post := up;
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION system.tell_addition(report uuid, addition uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  with told as (
    select c.id, c.number, c.county, c.unit_id, case when c.status in ('closed', 'notOpened') then null else c.lead_id end as lead_id, c.programme, c.pack_version
    from casework.case_report cr join casework."case" c on c.id = cr.case_id
    where cr.report_id = tell_addition.report
      and exists (select from intake.addition a where a.id = tell_addition.addition and a.report_id = tell_addition.report)
      and (select access.may('{report.create,report.append}'))), notices as (
  select county, 'report.addition' as kind, lead_id as account, null as post, id as case_id, number as ref, programme, pack_version from told where lead_id is not null
  union all
  select county, 'report.addition', null, 'supervisor:unit:' || unit_id, id, number, programme, pack_version from told
  union all
  select d.county, 'dispatch.addition', null, 'supervisor:unit:' || d.unit_id, null, r.number, d.programme, null
    from intake.dispatch d join intake.report r on r.id = d.report_id
    where d.report_id = tell_addition.report and d.case_id is null and d.status in ('sent', 'upheld') and (select access.may('{report.create,report.append}')))
  insert into system.notice (county, kind, to_account, to_post, case_id, report_id, ref, programme, pack_version, once)
  select county, kind, account, post, case_id, tell_addition.report, ref, programme, pack_version,
    kind || ':' || tell_addition.addition || ':' || coalesce(case_id::text, '') || ':' || coalesce(account::text, post)
  from notices where account is distinct from (select access.actor())
  on conflict do nothing
$function$
;

CREATE OR REPLACE FUNCTION system.tell_repeat(report uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  with told as (
    select distinct c.id, c.number, c.county, c.unit_id, c.lead_id, c.programme, c.pack_version,
      case when t.id is null then 'report.repeat' when t.county = c.county then 'transfer.leaving' else 'transfer.coming' end as kind
    from intake.report_person rp
      join casework.case_person cp on cp.person_id = rp.person_id and cp.until is null and cp.role in ('subject', 'victim')
      join casework."case" c on c.id = cp.case_id and c.status not in ('closed', 'notOpened')
      left join casework.transfer t on t.report_id = rp.report_id
    where rp.report_id = tell_repeat.report and rp.role in ('subject', 'victim')
      -- Not of the case itself that was handed over by it.
      and t.case_id is distinct from c.id and (t.id is null or c.side <> 'offender' or cp.role = 'subject')
      and (select access.may('{report.create,report.append,person.link}')))
  insert into system.notice (county, kind, to_account, to_post, case_id, report_id, ref, programme, pack_version, once)
  select county, kind, lead_id, null, id, tell_repeat.report, number, programme, pack_version, 'report.repeat:' || id || ':' || tell_repeat.report || ':' || lead_id
    from told where lead_id is not null
  union all
  select county, kind, null, 'supervisor:unit:' || unit_id, id, tell_repeat.report, number, programme, pack_version, 'report.repeat:' || id || ':' || tell_repeat.report || ':supervisor:unit:' || unit_id
    from told
  on conflict do nothing
$function$
;

CREATE OR REPLACE FUNCTION system.tell_replaced(decision uuid, in_case uuid, event text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  with told as (
    select c.id, c.number, c.county, c.unit_id, c.lead_id, c.programme, c.pack_version, tell_replaced.event || ':' || d.id || ':' || c.id as once
    from people.own_decision(tell_replaced.decision) d
      join people.decision_move m on m.decision_id = d.id and m.what = 'case' and m.row_id = tell_replaced.in_case
      join casework."case" c on c.id = m.row_id and c.status not in ('closed', 'notOpened'))
  insert into system.notice (county, kind, to_account, to_post, case_id, ref, programme, pack_version, once)
  select county, 'case.person', lead_id, null, id, number, programme, pack_version, 'case.person:' || once || ':' || lead_id from told where lead_id is not null
  union all
  select county, 'case.person', null, 'supervisor:unit:' || unit_id, id, number, programme, pack_version, 'case.person:' || once || ':supervisor:unit:' || unit_id from told
  on conflict do nothing
$function$
;

CREATE OR REPLACE FUNCTION system.withdraw_notices(of_case uuid, of_report uuid, beginnings text[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  delete from system.notice n using unnest(beginnings) b
  where (n.case_id = of_case or n.report_id = of_report) and n.kind in ('clock.due', 'clock.overdue', 'accept.due', 'accept.overdue', 'dispatch.disputed')
    and starts_with(n.once, b) and (select access.holds('{clock}'))
$function$
;

CREATE OR REPLACE FUNCTION vault.open(report uuid, why text, via text, reason uuid)
 RETURNS TABLE(id uuid, key_id text, sealed bytea)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  report_county text;
begin
  if length(btrim(coalesce(why, ''))) < 5 then
    raise exception 'a reason is needed' using errcode = 'AW004';
  end if;
  select r.county into report_county from intake.report r where r.id = report;
  if report_county is null or not coalesce(report_county = any (access.counties('{reporter.open}', 'reporter')), false) then
    raise exception 'not allowed to open the reporter of this report' using errcode = '42501';
  end if;
  insert into audit.entry (actor_id, county, purpose, route, action, row_count, ids, detail)
  values (access.actor(), report_county, access.purpose(), via, 'reporter.open',
    (select count(*) from vault.entry e where e.report_id = report), array[report], jsonb_build_object('reason', reason));
  return query select e.id, e.key_id, e.sealed from vault.entry e where e.report_id = report;
end $function$
;

CREATE OR REPLACE FUNCTION vault.put(entry_id uuid, report uuid, in_county text, subject uuid, key text, content bytea)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if not access.may('{report.create,report.append}') then
    raise exception 'not allowed to take reports' using errcode = '42501';
  end if;
  insert into vault.entry (id, kind, report_id, county, subject_id, key_id, sealed, created_by)
  values (entry_id, 'reporter', report, in_county, subject, key, content, access.actor());
end $function$
;
