// Rights on everything else: organisation, access, audit, keys, files, and the system's own tables.

import type { TableRights } from './statement.ts';

const common = { kind: 'common' } as const;
/** Only the demo seed keeps its place there while people work; everything else is set by the owner. */
const seederOnly = `(select access.holds('{seeder}'))`;
const mine = (by: string) => ({ kind: 'mine', by }) as const;
const inCounty = (acts: string): string => `county = any ((select access.counties('{${acts}}', 'basic'))::text[])`;
/** What the whole nation works by belongs to no county; a county adds the days on which it alone is closed. */
const calendarPlace = `((county is null and (select access.may('{calendar.nation}'))) or ${inCounty('calendar.import')})`;
const ofAccount = `exists (select from org.account a where a.id = account_id and a.county = any ((select access.counties('{admin.users}', 'basic'))::text[]))`;
const ofUnit = `exists (select from org.unit u where u.id = unit_id and u.county = any ((select access.counties('{admin.units}', 'basic'))::text[]))`;

/** Who supervises the unit of an account. */
const unitRecovers = `unit_id = any ((select access.units('{account.recover}', 'basic'))::uuid[])`;

const unitLifts = `unit_id = any ((select access.units('{recusal.lift}', 'basic'))::uuid[])`;

/** Files are no part of a case that is shared, and no less than what is written in it: who reads the whole case reads them. */
const wholeCase = `(county = any ((select access.counties('{case.read}', 'narrative'))::text[])
          or case_id in (select access.whole_cases('{case.read}', 'narrative'))
          or exists (select from placed."case" c where c.id = case_id and (
          c.unit_id = any ((select access.units('{case.read}', 'narrative'))::uuid[])
          or c.district = any ((select access.districts('{case.read}', 'narrative'))::text[])) offset 0))`;

export const houseRights: readonly TableRights[] = [
  {
    table: 'org.county',
    thing: common,
    class: 'basic',
    select: {},
    insert: { systems: ['seeder'], and: 'false' },
    update: { systems: ['seeder'], and: 'false' },
  },
  {
    table: 'org.district',
    thing: { kind: 'county' },
    class: 'basic',
    select: { or: '(select access.actor()) is not null' },
    insert: { systems: ['seeder'] },
  },
  {
    table: 'org.unit',
    thing: { kind: 'county' },
    class: 'basic',
    select: { or: '(select access.actor()) is not null' },
    insert: { acts: ['admin.units'] },
    update: { acts: ['admin.units'] },
  },
  { table: 'org.unit_district', thing: common, class: 'basic', select: {}, insert: { and: ofUnit }, delete: { and: ofUnit } },
  {
    table: 'org.account',
    thing: { kind: 'county' },
    class: 'basic',
    select: { or: '(select access.actor()) is not null' },
    insert: { acts: ['admin.users'], and: 'not system' },
    update: { acts: ['admin.users'], and: 'not system', or: `(id = (select access.actor()) and not system)` },
  },
  {
    table: 'org.grant',
    thing: common,
    class: 'basic',
    select: { and: `(account_id = (select access.actor()) or ${ofAccount})` },
    // Nobody grants to himself, and nobody grants what belongs to no county: neither a reach beyond it nor the operation of the whole.
    insert: {
      and: `${ofAccount} and account_id <> (select access.actor()) and ((select access.holds('{seeder}')) or (reach_kind not in ('national', 'none')))`,
    },
    update: {
      and: `${ofAccount} and account_id <> (select access.actor()) and ((select access.holds('{seeder}')) or reach_kind <> 'none')`,
      columns: ['valid_until'],
    },
  },
  {
    table: 'org.recovery',
    thing: { kind: 'county' },
    class: 'basic',
    select: { acts: ['account.recover'], systems: ['clock', 'seeder'], or: `account_id = (select access.actor()) or ${unitRecovers}` },
    insert: {
      asSuch: ['account.recover'],
      systems: ['seeder'],
      and: `asked_by = (select access.actor()) and account_id <> (select access.actor()) and (${inCounty('account.recover')} or ${unitRecovers})`,
    },
    // Whose account it is may stop it; who may confirm is asked by the table itself, which knows both names.
    update: {
      acts: ['account.recover'],
      systems: ['clock'],
      or: `account_id = (select access.actor()) or ${unitRecovers}`,
      columns: ['status', 'decided_by', 'decided_how', 'decided_at', 'done_at'],
    },
  },
  {
    table: 'org.route',
    thing: { kind: 'county' },
    class: 'basic',
    select: { or: '(select access.actor()) is not null' },
    insert: { acts: ['admin.routes'] },
    update: { acts: ['admin.routes'] },
    delete: { acts: ['admin.routes'] },
  },
  {
    table: 'org.calendar_day',
    thing: common,
    class: 'basic',
    select: {},
    insert: { asSuch: ['calendar.import'], and: `${calendarPlace}` },
    update: { asSuch: ['calendar.import'], and: `${calendarPlace}` },
    delete: { asSuch: ['calendar.import'], and: `${calendarPlace}` },
  },
  {
    table: 'org.calendar_year',
    thing: common,
    class: 'basic',
    select: {},
    insert: { asSuch: ['calendar.import'], and: `${calendarPlace}` },
    update: { asSuch: ['calendar.import'], and: `${calendarPlace}`, columns: ['version'] },
  },
  {
    table: 'access.break_glass',
    thing: { kind: 'county' },
    class: 'basic',
    select: {
      acts: ['breakglass.review'],
      systems: ['clock'],
      or: `account_id = (select access.actor()) or unit_id = any ((select access.units('{breakglass.review}', 'basic'))::uuid[])`,
    },
    insert: { asSuch: ['breakglass.use'], and: 'account_id = (select access.actor())' },
    update: {
      acts: ['breakglass.review'],
      or: `unit_id = any ((select access.units('{breakglass.review}', 'basic'))::uuid[])`,
      systems: ['clock'],
      columns: ['reviewed_by', 'reviewed_at', 'verdict', 'review_note', 'supervisor_told_at'],
    },
  },
  {
    // Whose own number it is, and nobody else: it keeps them from their own family and is for nothing more.
    table: 'access.own_number',
    thing: mine('account_id'),
    class: 'basic',
    select: {},
    // Whoever makes an account may bring the number with it; nobody but the holder reads, changes or takes it.
    insert: { or: `(select access.may('{admin.users}')) and ${ofAccount}` },
    delete: {},
  },
  {
    table: 'access.recusal',
    thing: { kind: 'county' },
    class: 'basic',
    select: { acts: ['recusal.lift'], or: `account_id = (select access.actor()) or ${unitLifts}` },
    insert: { or: 'account_id = (select access.actor())' },
    // Whoever withdrew does not come back alone.
    update: {
      acts: ['recusal.lift'],
      or: `(${unitLifts} and account_id <> (select access.actor()))`,
      and: 'account_id <> (select access.actor())',
      columns: ['lifted_at', 'lifted_by', 'lifted_why'],
    },
  },
  {
    table: 'audit.entry',
    thing: { kind: 'county' },
    class: 'basic',
    select: { acts: ['audit.read'], systems: ['sealer'] },
    insert: {
      or: 'actor_id = (select access.actor())',
      columns: [
        'actor_id',
        'county',
        'purpose',
        'route',
        'action',
        'query_digest',
        'row_count',
        'person_ids',
        'ids',
        'break_glass_id',
        'detail',
      ],
    },
  },
  {
    table: 'audit.block',
    thing: common,
    class: 'basic',
    select: { asSuch: ['audit.read'] },
    insert: { systems: ['sealer'], and: 'false' },
  },
  {
    table: 'audit.reason',
    thing: { kind: 'county' },
    class: 'security',
    select: { acts: ['audit.read'] },
    insert: { or: 'actor_id = (select access.actor())' },
  },
  {
    table: 'audit.verification',
    thing: common,
    class: 'basic',
    select: { asSuch: ['audit.read'], systems: ['clock'] },
    insert: { systems: ['sealer'], and: 'false' },
    delete: { systems: ['clock'], and: 'false' },
  },
  { table: 'erasure.hold', thing: common, class: 'basic', select: { asSuch: ['audit.read'] } },
  { table: 'erasure.tombstone', thing: common, class: 'basic', select: { asSuch: ['audit.read', 'person.link'] } },
  { table: 'keys.subject', thing: common, class: 'basic', select: {}, insert: {} },
  {
    table: 'files.file',
    thing: common,
    class: 'basic',
    select: {
      and: `(scan <> 'infected') and (
        (report_id is not null and (select access.may('{file.read}')) and exists (select from intake.report r where r.id = report_id))
        or (case_id is not null and (select access.may('{file.read,case.read}')) and ${wholeCase})
        or (person_id is not null and (select access.may('{file.read,person.read}')) and exists (select from people.person p where p.id = person_id)))`,
      // Whoever puts a file in sees it until the end of that transaction, and no longer: the public may give files and read none.
      or: `created_by = (select access.actor()) and (state = 'uploading' or created_at = now())`,
      systems: ['clock'],
    },
    insert: { asSuch: ['file.write'], and: 'created_by = (select access.actor())' },
    update: { asSuch: ['file.write'], and: 'created_by = (select access.actor())', systems: ['clock'] },
    delete: { asSuch: ['file.write'], and: `created_by = (select access.actor()) and state = 'uploading'`, systems: ['clock'] },
  },
  {
    table: 'files.piece',
    thing: common,
    class: 'basic',
    select: { and: 'exists (select from files.file f where f.id = file_id)' },
    insert: { asSuch: ['file.write'], and: `exists (select from files.file f where f.id = file_id and f.state = 'uploading')` },
    delete: {
      asSuch: ['file.write'],
      and: `exists (select from files.file f where f.id = file_id and f.state = 'uploading')`,
      systems: ['clock'],
    },
  },
  { table: 'system.setting', thing: common, class: 'basic', select: {}, insert: { and: seederOnly }, update: { and: seederOnly } },
  { table: 'system.population', thing: common, class: 'basic', select: {} },
  {
    table: 'system.outbox',
    thing: common,
    class: 'basic',
    select: { systems: ['clock'], and: 'false' },
    insert: {},
    update: { systems: ['clock'], and: 'false', columns: ['delivered_at', 'attempts', 'last_error'] },
    delete: { systems: ['clock'], and: 'false' },
  },
  {
    table: 'system.idempotency',
    thing: mine('actor_id'),
    class: 'basic',
    select: { systems: ['clock'] },
    insert: {},
    delete: { systems: ['clock'] },
  },
  { table: 'system.job_effect', thing: common, class: 'basic', select: {}, insert: {}, delete: { systems: ['clock'], and: 'false' } },
  {
    // Ids and codes; what they lead to is opened under the reader's own rights. Whoever does something may tell of it.
    table: 'system.notice',
    thing: common,
    class: 'basic',
    select: { and: `(to_account = (select access.actor()) or to_post = any ((select access.posts())::text[]))`, systems: ['clock'] },
    insert: {},
    delete: { systems: ['clock'], and: 'false' },
  },
  { table: 'system.notice_read', thing: mine('account_id'), class: 'basic', select: {}, insert: {} },
  {
    table: 'system.draft',
    thing: mine('account_id'),
    class: 'basic',
    select: { systems: ['clock'] },
    insert: {},
    update: {},
    delete: { systems: ['clock'] },
  },
];
