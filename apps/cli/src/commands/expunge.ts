// `anwang expunge`: carries out an erasure order. The people's keys are destroyed and their clear projections wiped; what remains is a tombstone without identity.

import { expunge } from '@anwang/store/erasure';
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
    const report = await expunge(
      targets.owner,
      ring,
      { personIds: [...person], orderRef: order, legalBasis: basis, orderedBy: by },
      erasuresFile(folder),
    );
    process.stdout.write(`已依文號 ${order} 刪除：${JSON.stringify(report.counts)}。 Erased by order ${order}.\n`);
    for (const notice of report.notices) process.stdout.write(`${notice}\n`);
  });
};
