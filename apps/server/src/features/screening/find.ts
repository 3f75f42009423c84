// A name was typed at the desk: which reports that wait are about somebody called so? By the same keys as the person index, so that 谷辣斯, 王Ｏ明 or a second spelling find.
import type { InputOf, OutputOf } from '@anwang/contract';
import { ok, type Result } from '@anwang/core/lang';
import { calledSo, readSearch } from '@anwang/people';
import { auditFound, waitingPeople } from '@anwang/store/intake';
import type { Tx } from '@anwang/store/session';

const most = 20;

/** The reports, the nearest clock first; of a common surname alone none. */
export async function findWaiting(input: InputOf<'screening', 'find'>, tx: Tx): Promise<Result<OutputOf<'screening', 'find'>>> {
  const query = readSearch(input.text);
  const { kind, keys, parts } = query;
  if (kind !== 'name') return ok({ rows: [], cut: false });
  const called = calledSo(query);
  const all = (await waitingPeople(tx)).filter(({ names }) => names.some(called));
  const found = all.slice(0, most);
  auditFound(tx, found, JSON.stringify({ keys, parts }));
  return ok({
    rows: found.map(({ reportId, number, receivedAt, status, names }) => ({
      id: reportId,
      number,
      receivedAt,
      status,
      name: names[0] ?? null,
    })),
    cut: all.length > most,
  });
}
