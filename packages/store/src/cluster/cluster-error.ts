// What can go wrong before the database answers, each with a sentence that says what to do (issue 2, "Two commands").
// One class, so that the commands can print the sentence without a stack and still tell the cases apart by code.

import { statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

export type ClusterErrorCode =
  | 'alreadyRunning'
  | 'badFolder'
  | 'diskFull'
  | 'folderGone'
  | 'halfMade'
  | 'noAccount'
  | 'noBinaries'
  | 'notOurs'
  | 'notReachable'
  | 'outsideTooOld'
  | 'outsideRights'
  | 'outsideUnreachable'
  | 'roleTooStrong'
  | 'startFailed'
  | 'wrongVersion';

/** A start-up failure with a code for programs and a sentence for people (English first, zh-TW beside it). */
export class ClusterError extends Error {
  readonly code: ClusterErrorCode;
  readonly zh: string;
  constructor(code: ClusterErrorCode, en: string, zh: string, cause?: unknown) {
    super(en, cause === undefined ? undefined : { cause });
    this.name = 'ClusterError';
    this.code = code;
    this.zh = zh;
  }
}

/** Reads a failure of initdb, postgres or the file system and turns the two that people can mend into their sentence. */
export function explainFailure(doing: string, folder: string, output: string, cause?: unknown): ClusterError {
  if (/No space left on device|ENOSPC|Check free disk space|wrote only \d+ of \d+/i.test(output) || freeBytes(folder) < leastFree)
    return new ClusterError(
      'diskFull',
      `The disk that holds ${folder} is full. Free some space (at least 500 MB) and start again; nothing acknowledged was lost.`,
      `存放 ${folder} 的磁碟已滿。請騰出至少 500 MB 後重新啟動；已確認的資料沒有遺失。`,
      cause,
    );
  if (/EEXIST|ENOTDIR/.test(output))
    return new ClusterError(
      'badFolder',
      `${folder} is a file, not a folder. Choose another folder with --data DIR.`,
      `${folder} 是檔案，不是資料夾。請以 --data 指定其他資料夾。`,
      cause,
    );
  if (deniedHere(output, folder))
    return new ClusterError(
      'notReachable',
      `PostgreSQL may not read or write ${folder}. Give the data folder to the user who starts Anwang, or choose another with --data DIR. (${tellingLine(output)})`,
      `PostgreSQL 無權讀寫 ${folder}。請把資料夾交給啟動安網的使用者，或以 --data 指定其他資料夾。`,
      cause,
    );
  return new ClusterError(
    'startFailed',
    `PostgreSQL could not be ${doing} in ${folder}: ${tellingLine(output)}`,
    `無法在 ${folder} ${doing === 'made' ? '建立' : doing === 'started' ? '啟動' : '維持'} PostgreSQL：${tellingLine(output)}`,
    cause,
  );
}

const leastFree = 32 * 1024 * 1024;

/** Free bytes on the disk of a folder, or of the nearest folder above that exists; plenty where the system does not tell. */
function freeBytes(folder: string): number {
  for (let at = resolve(folder); ; at = dirname(at)) {
    try {
      const { bavail, bsize } = statfsSync(at);
      return bavail * bsize;
    } catch {
      if (at === dirname(at)) return Number.POSITIVE_INFINITY;
    }
  }
}

const denied = /Permission denied|EACCES|EPERM/i;

/** Whether the folder is what was refused, and not another file of the machine that the output names (a program, /dev/null). */
function deniedHere(output: string, folder: string): boolean {
  const line = output.split('\n').find((one) => denied.test(one));
  if (line === undefined) return false;
  const named = /(?:^|[\s"'(])(\/[^\s"':]+)/.exec(line.replace(/^\s*(?:\/\S+: )+/, ''))?.[1];
  return named === undefined || named.startsWith(folder) || folder.startsWith(named);
}

/** The line that gives the reason: initdb ends with what it cleans up. */
function tellingLine(output: string): string {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return (
    lines.find((line) => denied.test(line)) ??
    lines.findLast((line) => /FATAL|PANIC|error/i.test(line)) ??
    lines.at(-1) ??
    'it gave no reason'
  );
}
