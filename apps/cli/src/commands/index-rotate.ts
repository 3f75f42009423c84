// `anwang index rotate`: a new key for the blind indexes of numbers and the search keys of people, then every row rewritten under it while everybody works on;
// run again after a kill, it goes on. The digests of searches in the audit are only ever compared, never looked up: they stay as they are.

import { keysEver, type ReportedPerson } from '@anwang/people';
import { rotateIdentifiers, rotateOwnNumbers } from '@anwang/store/identifiers';
import { withNewKey, withoutKey, writeKeyFile } from '@anwang/store/keys';
import { type KeysOfRecord, rotateSearchKeys } from '@anwang/store/people';
import { connectOwner } from '@anwang/store/session';
import { progressOn } from '../seed/progress.ts';
import { withInstallation } from './open.ts';

/** What was learned later gave more keys, at each step; those of the row as it came stay, they were written then. */
export const keysOf: KeysOfRecord = (record, learned) => {
  const given: ReportedPerson = JSON.parse(record);
  return keysEver(given, learned);
};

/** Rotates the index key. */
export const indexRotate = (data: string | undefined): Promise<void> =>
  withInstallation(data, async ({ store, ring, keyFile }) => {
    const owner = await connectOwner(store, 'index rotate');
    try {
      const { rows } = await owner.query<{ begun: boolean }>(
        `select exists (select from people.identifier where key_id <> $1) and exists (select from people.identifier where key_id = $1)
           or exists (select from people.search_key where key_id <> $1) and exists (select from people.search_key where key_id = $1) as begun`,
        [ring.index.current],
      );
      // An earlier rotation was cut off when two keys are in use: it is finished before another key is made.
      const next = rows[0]?.begun && ring.index.keys.size > 1 ? ring : withNewKey(ring, 'index');
      writeKeyFile(keyFile, next);
      const progress = progressOn(process.stdout);
      await rotateOwnNumbers(owner, next);
      const numbers = await rotateIdentifiers(owner, next, { onBatch: (n) => progress.step(n, n, `證號 numbers ${n}`) });
      const { people, left } = await rotateSearchKeys(owner, next, keysOf, {
        onBatch: (n) => progress.step(n, n, `搜尋鍵 search keys ${n}`),
      });
      // A server on another machine may still write under the key before: that one stays; older ones go when no row needs them.
      const older = [...next.index.keys.keys()].filter((id) => id !== next.index.current).slice(0, -1);
      if (left === 0)
        writeKeyFile(
          keyFile,
          older.reduce((rest, id) => withoutKey(rest, 'index', id), next),
        );
      progress.end(
        `索引已換用金鑰 ${next.index.current}：證號 ${numbers} 筆、${people} 人的搜尋鍵。 The indexes are under key ${next.index.current}: ${numbers} numbers, search keys of ${people} people.`,
      );
      if (left > 0)
        process.stdout.write(
          `${left} 筆搜尋鍵沒有來源紀錄可重算，舊金鑰保留。 ${left} search keys have no source row to make them anew; the old key stays in the file.\n`,
        );
      process.stdout.write(
        `請重新備份金鑰檔；這台機器上的伺服器一秒內改用新金鑰，其他機器請放上新的金鑰檔。 Copy the key file ${keyFile} again. Servers on this machine follow it within a second; give every other machine the new file.\n`,
      );
    } finally {
      await owner.end();
    }
  });
