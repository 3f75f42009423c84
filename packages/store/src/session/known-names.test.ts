// Names that are remembered: a change is seen by the next session, one that is rolled back by nobody, and what was read while something was renamed is not kept.

import { type TestDatabase, temporaryDatabase } from '@anwang/testkit/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { updateAt } from '../org/update-at.ts';
import type { Tx } from './index.ts';

const unit = '01a20000-0000-7000-8000-00000000f001';
const desk = { id: '01a20000-0000-7000-8000-00000000f002', county: '90000' };
let database: TestDatabase;
beforeAll(async () => {
  database = await temporaryDatabase();
  const owner = await database.owner();
  await owner.query(`insert into org.county (id, iso, name_zh, name_en) values ('90000', 'X', '甲', 'A');
    insert into org.unit (id, county, kind, name_zh, name_en) values ('${unit}', '90000', 'desk', '舊名', 'Old');
    insert into org.account (id, county, username, name) values ('${desk.id}', '90000', 'a', '王承辦');
    insert into org."grant" (account_id, role, reach_kind, reach_id) values ('${desk.id}', 'countyAdmin', 'county', '90000')`);
});
afterAll(() => database.close());

const as = <Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> =>
  database.store.withActor(desk, 'administration', { route: 'test' }, work);
const names = async (tx: Tx): Promise<(string | null)[]> => {
  const nameOf = await tx.names.read(tx, { unit: [unit, null], account: [desk.id], district: ['nowhere'] });
  return [nameOf('unit', unit), nameOf('account', desk.id), nameOf('district', 'nowhere'), nameOf('unit', null)];
};
const rename = async (tx: Tx, name: string): Promise<void> => {
  const [row] = await tx.run<{ version: number }>('select version from org.unit where id = $1', [unit]);
  expect(await updateAt(tx, 'org.unit', unit, row?.version ?? 0, { name_zh: name })).toBeDefined();
};

test('names come by kind and id; what does not exist has none', async () => {
  expect(await as(names)).toEqual(['舊名', '王承辦', null, null]);
  expect(await as(names)).toEqual(['舊名', '王承辦', null, null]);
});

test('who renames sees the new name, others when it is committed', async () => {
  await as(async (tx) => {
    await rename(tx, '新名');
    expect((await names(tx))[0]).toBe('新名');
    expect((await as(names))[0]).toBe('舊名');
  });
  expect((await as(names))[0]).toBe('新名');
});

test('a renaming that is rolled back is never seen by others', async () => {
  await expect(
    as(async (tx) => {
      await rename(tx, '未成');
      expect((await names(tx))[0]).toBe('未成');
      throw new Error('mine');
    }),
  ).rejects.toThrow('mine');
  expect((await as(names))[0]).toBe('新名');
});

test('what a session began to read before a renaming was committed is not kept after it', async () => {
  await as(async (slow) => {
    const reading = slow.names.read(
      {
        renames: false,
        run: async (text, values) => {
          const rows = await slow.run<never>(text, values);
          await as((tx) => rename(tx, '更新'));
          return rows;
        },
      },
      { unit: ['01a20000-0000-7000-8000-00000000f009', unit], account: [], district: [] },
    );
    await reading;
  });
  expect((await as(names))[0]).toBe('更新');
});
