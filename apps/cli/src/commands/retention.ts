// `anwang retention`: rows whose legal time is over, by table and law. It counts and removes nothing: erasure is ordered by a person (`anwang expunge`).

import { instantFromMs } from '@anwang/core/time';
import { listDue } from '@anwang/store/retention';
import { connectOwner } from '@anwang/store/session';
import { withInstallation } from './open.ts';

/** Prints what is due now. */
export const retentionDue = (data: string | undefined): Promise<void> =>
  withInstallation(data, async ({ store }) => {
    const owner = await connectOwner(store, 'retention');
    try {
      const due = await listDue(owner, instantFromMs(Date.now()));
      for (const { table, rows, basis } of due) process.stdout.write(`${table.padEnd(24)}${String(rows).padStart(10)}  ${basis}\n`);
      process.stdout.write(
        due.length === 0
          ? '沒有已逾保存年限的資料。 Nothing is past its legal time.\n'
          : '已逾保存年限；刪除須依命令辦理（anwang expunge）。 Past their legal time; erasure is ordered by a person (anwang expunge).\n',
      );
    } finally {
      await owner.end();
    }
  });
