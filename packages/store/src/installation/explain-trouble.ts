// A run that ends because of the machine and not because of us: a folder that may not be written, a disk that is full, a database that went away
// under it. Each becomes the sentence that says what to do; anything else stays as it is.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ClusterError, explainFailure } from '../cluster/index.ts';

const full = ['ENOSPC', '53100'];
const forbidden = ['EACCES', 'EPERM', 'EROFS'];
const gone = ['ECONNRESET', 'ECONNREFUSED', 'EPIPE', '57P01', '57P02', '57P03'];

/** The error to show. @param data the data folder of the run */
export function explainTrouble(error: unknown, data: string): unknown {
  if (!(error instanceof Error) || error instanceof ClusterError) return error;
  const code: unknown = Reflect.get(error, 'code');
  const is = (codes: readonly string[]): boolean => typeof code === 'string' && codes.includes(code);
  if (is(full)) return explainFailure('kept running', data, 'ENOSPC', error);
  if (is(forbidden)) return notOurs(error, data);
  if (is(gone) || /Connection terminated|not queryable/.test(error.message))
    return explainFailure('kept running', data, endOfLog(data), error);
  return error;
}

function notOurs(error: Error, data: string): ClusterError {
  const path = String(Reflect.get(error, 'path') ?? data);
  return new ClusterError(
    'notReachable',
    `The user who starts Anwang may not write ${path}. Give the folder that holds it to this user, or choose another with --data DIR.`,
    `啟動安網的使用者無權寫入 ${path}。請把所在資料夾交給這個使用者，或以 --data 指定其他資料夾。`,
    error,
  );
}

/** What PostgreSQL said last. */
function endOfLog(data: string): string {
  try {
    return readFileSync(join(data, 'postgres.log'), 'utf8').slice(-4000);
  } catch {
    return '';
  }
}
