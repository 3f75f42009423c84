// `anwang retention`: what is over its legal time, by table and law, and what carrying it out would erase; nothing is changed. `retention carry` does it now (the
// nightly job does the same), `retention hold` and `retention lift` keep a case, a report or a person from it.

import { instantFromMs } from '@anwang/core/time';
import { removeBytes } from '@anwang/store/erasure';
import { carryOutRetention, liftHold, listDue, placeHold } from '@anwang/store/retention';
import { connectOwner } from '@anwang/store/session';
import { Failure } from '../failure.ts';
import { withInstallation } from './open.ts';

export interface RetentionOptions {
  readonly data?: string | undefined;
  readonly case?: string | undefined;
  readonly report?: string | undefined;
  readonly person?: readonly string[] | undefined;
  readonly hold?: string | undefined;
  readonly order?: string | undefined;
  readonly by?: string | undefined;
}

type Owner = Awaited<ReturnType<typeof connectOwner>>;
const asOwner = (
  data: string | undefined,
  work: (owner: Owner, store: Parameters<typeof connectOwner>[0]) => Promise<void>,
): Promise<void> =>
  withInstallation(data, async ({ store }) => {
    const owner = await connectOwner(store, 'retention');
    try {
      await work(owner, store);
    } finally {
      await owner.end();
    }
  });
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Counts and a rehearsal. */
export const retentionDue = (data: string | undefined): Promise<void> =>
  asOwner(data, async (owner) => {
    const now = instantFromMs(Date.now());
    for (const { table, rows, basis } of await listDue(owner, now)) say(`${table.padEnd(24)}${String(rows).padStart(10)}  ${basis}`);
    const { cases, reports, people } = await carryOutRetention(owner, now, { dry: true });
    say(
      cases + reports === 0
        ? '目前沒有可刪除的資料（保全中或仍有進行中個案者除外）。 Nothing may go now: what is held or belongs to open cases stays.'
        : `試算（未刪除）：個案 ${cases} 件、通報 ${reports} 件、人員 ${people} 位。 Rehearsed, nothing erased: ${cases} cases, ${reports} reports, ${people} people.`,
    );
  });

/** Carries it out now, and removes the old bytes from the disk. */
export const retentionCarry = (data: string | undefined): Promise<void> =>
  asOwner(data, async (owner, store) => {
    const { cases, reports, people } = await carryOutRetention(owner, instantFromMs(Date.now()));
    say(
      `已刪除內容：個案 ${cases} 件、通報 ${reports} 件、人員 ${people} 位。 Erased: ${cases} cases, ${reports} reports, ${people} people.`,
    );
    if (cases + reports > 0) for (const notice of await removeBytes(store.targets.owner, owner)) say(notice);
  });

const accountOf = async (owner: Owner, by: string | undefined): Promise<string> => {
  const found = await owner.query<{ id: string }>('select id from org.account where id::text = $1 or username = $1', [by ?? '']);
  const [account] = found.rows;
  if (account === undefined) throw new Failure(2, `沒有 ${by ?? ''} 這個帳號（--by）。`, `There is no account ${by ?? ''} (--by).`);
  return account.id;
};

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
function mustBeId(id: string): void {
  if (!uuid.test(id)) throw new Failure(2, `${id} 不是編號。`, `${id} is not an id.`);
}

/** Places a hold. */
export const retentionHold = (options: RetentionOptions): Promise<void> => {
  const things = [
    ...(options.case ? [{ kind: 'case' as const, id: options.case }] : []),
    ...(options.report ? [{ kind: 'report' as const, id: options.report }] : []),
    ...(options.person ?? []).map((id) => ({ kind: 'person' as const, id })),
  ];
  const { order } = options;
  if (things.length === 0 || order === undefined)
    throw new Failure(
      2,
      '用法：anwang retention hold --case ID｜--report ID｜--person ID --order 文號 --by 承辦人帳號',
      'Usage: anwang retention hold --case ID | --report ID | --person ID --order REFERENCE --by ACCOUNT',
    );
  for (const { id } of things) mustBeId(id);
  return asOwner(options.data, async (owner) => {
    const by = await accountOf(owner, options.by);
    for (const thing of things) say(`${thing.kind} ${thing.id}: hold ${await placeHold(owner, { ...thing, orderRef: order, by })}`);
  });
};

/** Lifts a hold. */
export const retentionLift = (options: RetentionOptions): Promise<void> => {
  const { hold } = options;
  if (hold === undefined || options.by === undefined)
    throw new Failure(2, '用法：anwang retention lift --hold ID --by 承辦人帳號', 'Usage: anwang retention lift --hold ID --by ACCOUNT');
  mustBeId(hold);
  return asOwner(options.data, async (owner) => {
    const by = await accountOf(owner, options.by);
    if (!(await liftHold(owner, hold, by)))
      throw new Failure(2, '沒有這個保全，或已解除（--hold）。', 'There is no such hold, or it was lifted before (--hold).');
    say('已解除保全。 The hold is lifted.');
  });
};
