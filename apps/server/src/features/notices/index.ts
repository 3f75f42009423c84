// Notices of whoever asks, in words; marking them read.
import type { OutputOf } from '@anwang/contract';
import { decide, roles } from '@anwang/core/access';
import { isUuid, ok } from '@anwang/core/lang';
import { noticeKinds } from '@anwang/core/notices';
import { accountNames } from '@anwang/store/casework';
import { countNotices, listNotices, markNoticesRead, type NoticeRow } from '@anwang/store/notices';
import { countyNames, unitNames } from '@anwang/store/org';
import { both } from '../../casework/words.ts';
import type { Call } from '../../http/call.ts';
import type { Handlers } from '../../http/handlers.ts';
import { within } from '../../http/within.ts';
import { isRole } from '../../is-role.ts';
import { aboutWords } from './about-words.ts';

type View = OutputOf<'notices', 'list'>['rows'][number];

function postWords(post: string | null): View['post'] {
  const role = post?.split(':')[0];
  return role !== undefined && isRole(role) ? both(roles[role].label) : null;
}

const mayReadCases = ({ actor, now }: Call): boolean =>
  (['casework', 'supervision', 'network', 'screening', 'review'] as const).some(
    (purpose) => decide(actor, 'case.read', purpose, null, now).allow,
  );

/** What a notice speaks of; whoever may read no case at all is led to the start page, which says of it what they may know. */
function target(row: NoticeRow, call: Call): View['leadsTo'] {
  const { leadsTo: to } = noticeKinds[row.kind];
  if (to === 'case' && !mayReadCases(call)) return { to: 'start', id: null };
  const ids = {
    case: row.caseId,
    report: row.reportId,
    person: row.personId,
    inbox: row.reportId,
    start: null,
    arbitration: row.reportId,
    breakGlass: row.breakGlassId,
    // Which one it is stands on the list of the unit, under the reader's own rights.
    referral: null,
    recovery: null,
    rules: row.programme,
    account: null,
  };
  return { to, id: ids[to] };
}

const isAboutAccount = (kind: string): boolean => kind === 'lead.ending' || kind === 'rights.given' || kind.startsWith('recovery.');

/** The account a notice is about, by name; one of before 2026-11-28 keeps the name they sign in with. */
const whoOf = (row: NoticeRow): string[] => (isAboutAccount(row.kind) && row.ref !== null && isUuid(row.ref) ? [row.ref] : []);

type Names = {
  readonly accounts: ReadonlyMap<string, string>;
  readonly counties: Awaited<ReturnType<typeof countyNames>>;
  readonly units: Awaited<ReturnType<typeof unitNames>>;
};

function view(call: Call, { accounts, counties, units }: Names, row: NoticeRow): View {
  const { packs } = call.house;
  const kind = noticeKinds[row.kind];
  return {
    id: row.id,
    kind: row.kind,
    label: both(kind.label),
    urgent: kind.urgent,
    at: row.at,
    about: aboutWords(packs, row, counties.get(row.other ?? '') ?? units.get(row.otherUnit ?? '') ?? null),
    ref: row.ref === null ? null : (accounts.get(row.ref) ?? row.ref),
    due: row.due,
    leadsTo: target(row, call),
    post: postWords(row.post),
    read: row.read,
  };
}

export const notices: Handlers<'notices'> = {
  list: within(async (input, tx, call) => {
    const rows = await listNotices(tx, {
      unread: input.unread ?? false,
      limit: input.limit,
      ...(input.cursor === undefined ? {} : { after: input.cursor }),
    });
    const [accounts, counties, units] = await Promise.all([
      accountNames(tx, rows.flatMap(whoOf)),
      countyNames(
        tx,
        rows.map((row) => row.other),
      ),
      unitNames(
        tx,
        rows.flatMap((row) => row.otherUnit ?? []),
      ),
    ]);
    const names = { accounts, counties, units };
    return ok({
      rows: rows.map((row) => view(call, names, row)),
      next: rows.length < input.limit ? null : (rows.at(-1)?.id ?? null),
    });
  }),
  count: within(async (_input, tx) => ok(await countNotices(tx))),
  read: within(async (input, tx) => ok({ read: await markNoticesRead(tx, input.ids) })),
};
