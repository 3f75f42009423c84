// `anwang expunge`: carries out an erasure order. The people's keys are destroyed and their clear projections wiped; what remains is a tombstone without identity.

import { expunge, removeBytes } from '@anwang/store/erasure';
import { connectAs } from '@anwang/store/session';
import { Failure } from '../failure.ts';
import { erasuresFile } from './backup.ts';
import { withInstallation } from './open.ts';

export interface ExpungeOptions {
  readonly data?: string | undefined;
  readonly person?: readonly string[] | undefined;
  readonly order?: string | undefined;
  readonly basis?: string | undefined;
  readonly by?: string | undefined;
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Owner = Awaited<ReturnType<typeof connectAs>>;

/** The account's id, by id or user name; and that there are such people. Asked before anything is written to the erasure list. */
const check = async (owner: Owner, by: string, people: readonly string[]): Promise<string> => {
  const account = await owner.query<{ id: string }>('select id from org.account where id::text = $1 or username = $1', [by]);
  const [found] = account.rows;
  if (found === undefined) throw new Failure(2, `沒有 ${by} 這個帳號。`, `There is no account ${by}.`);
  const known = await owner.query<{ id: string }>('select id from people.person where id = any($1::uuid[])', [people]);
  const missing = people.find((id) => !known.rows.some((row) => row.id === id));
  if (missing !== undefined) throw new Failure(2, `沒有編號 ${missing} 的人。`, `There is no person ${missing}.`);
  return found.id;
};

/** Erases people by order. */
export const expungePeople = ({ data, person = [], order, basis, by }: ExpungeOptions): Promise<void> => {
  if (person.length === 0 || order === undefined || basis === undefined || by === undefined)
    throw new Failure(
      2,
      '用法：anwang expunge --person ID… --order 文號 --basis 法條 --by 承辦人帳號',
      'Usage: anwang expunge --person ID… --order REFERENCE --basis LAW --by ACCOUNT',
    );
  const wrong = person.find((id) => !uuid.test(id));
  if (wrong !== undefined) throw new Failure(2, `${wrong} 不是個人編號。`, `${wrong} is not a person id.`);
  return withInstallation(data, async ({ targets, ring }, folder) => {
    const owner = await connectAs(targets.owner, 'expunge');
    const orderedBy = await check(owner, by, person).finally(() => owner.end());
    const report = await expunge(
      targets.owner,
      ring,
      { personIds: [...person], orderRef: order, legalBasis: basis, orderedBy },
      erasuresFile(folder),
    );
    process.stdout.write(`已依文號 ${order} 刪除：${JSON.stringify(report.counts)}。 Erased by order ${order}.\n`);
    for (const notice of report.notices) process.stdout.write(`${notice}\n`);
  });
};

/** Removes from the disk what an earlier order erased but could not remove: an old transaction was open, or the command was killed. */
export const finishExpunge = (data: string | undefined): Promise<void> =>
  withInstallation(data, async ({ targets }) => {
    const owner = await connectAs(targets.owner, 'expunge');
    try {
      const notices = await removeBytes(targets.owner, owner);
      for (const notice of notices) process.stdout.write(`${notice}\n`);
      process.stdout.write('磁碟上的殘留已清除。 The files were written anew.\n');
    } finally {
      await owner.end();
    }
  });
