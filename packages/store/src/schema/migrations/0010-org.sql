-- Who works where: counties, districts, units, accounts, and which unit serves which programme in which district.
-- Names of places are data (written by the county overlays and the seed), never code.

create table org.county (
  id text primary key,                       -- MOI code, e.g. five digits
  iso text not null unique,
  name_zh text not null,
  name_en text not null,
  overlay text,                              -- id of the county overlay in packs
  demo boolean not null default false
);
comment on table org.county is 'A county or special municipality; the tenant that is responsible for a row.';

create table org.district (
  id text primary key,                       -- MOI town code, eight digits
  county text not null references org.county,
  name_zh text not null,
  name_en text not null
);
create index district_county on org.district (county);

create table org.unit (
  id uuid primary key default uuidv7(),
  county text not null references org.county,
  kind text not null check (kind in ('desk','familyServiceCentre','dvsaCentre','policePrecinct','school','healthBureau','ngo','labour','countyOffice','arbiter')),
  name_zh text not null,
  name_en text not null,
  capacity integer check (capacity > 0),     -- open cases a unit can carry; null = not stated
  active boolean not null default true,
  version integer not null default 1
);
create index unit_county on org.unit (county, kind);

create table org.unit_district (
  unit_id uuid not null references org.unit,
  district text not null references org.district,
  primary key (unit_id, district)
);
create index unit_district_district on org.unit_district (district);

create table org.account (
  id uuid primary key default uuidv7(),
  county text not null references org.county,
  unit_id uuid references org.unit,
  username text not null unique,
  name text not null,
  title text,
  locale text not null default 'zh-TW' check (locale in ('zh-TW','en')),
  active boolean not null default true,
  person_id uuid,                            -- the worker's own person entry, for the rule that nobody decides on a relative
  system boolean not null default false,     -- matcher, sealer, clock, statistics, public, seeder
  version integer not null default 1,
  created_at timestamptz not null default now()
);
create index account_unit on org.account (unit_id);
create index account_county on org.account (county);

create table org.grant (
  id uuid primary key default uuidv7(),
  account_id uuid not null references org.account,
  role text not null,                        -- role ids are data in core/access; checked by the policies compiler
  reach_kind text not null check (reach_kind in ('national','county','district','unit','assigned','shared','own','none')),
  reach_id text,                             -- county id, district id or unit id; null for the rest
  valid_from timestamptz not null default now(),
  valid_until timestamptz,
  granted_by uuid references org.account,
  check ((reach_kind in ('county','district','unit')) = (reach_id is not null))
);
create index grant_account on org.grant (account_id);
comment on table org.grant is 'A role of an account with its reach and term; what a role may do is data in core/access.';

create table org.route (
  id uuid primary key default uuidv7(),
  county text not null references org.county,
  programme text not null,
  district text references org.district,     -- null = whole county
  unit_id uuid not null references org.unit,
  priority integer not null default 100,     -- lower first
  note text,
  active boolean not null default true,
  version integer not null default 1,
  unique nulls not distinct (county, programme, district, unit_id)
);
comment on table org.route is 'Which unit receives which programme from which district; the proposal of a route explains itself from this row and the unit''s load.';

create table org.calendar_day (
  date date not null,
  working boolean not null,
  name_zh text not null,
  source text not null,
  kind text not null check (kind in ('holiday','makeUpWorkingDay','makeUpHoliday','countyClosure')),
  county text references org.county,         -- null = national
  unique nulls not distinct (date, county)   -- two counties may close on the same day
);
comment on table org.calendar_day is 'Days on which Monday-to-Friday does not tell whether offices work; imported per year.';
