// How does a command end when something is wrong? With a sentence in both languages and an exit code that scripts can tell apart; a stack only for bugs.

/** 0 done · 1 trouble outside (disk, database, key file) · 2 wrong words on the command line · 3 checked and found wrong. */
export type ExitCode = 0 | 1 | 2 | 3;

export class Failure extends Error {
  readonly code: ExitCode;
  readonly zh: string;
  constructor(code: ExitCode, zh: string, en: string) {
    super(en);
    this.name = 'Failure';
    this.code = code;
    this.zh = zh;
  }
}

const bilingual = (error: unknown): error is Error & { zh: string } =>
  error instanceof Error && typeof Reflect.get(error, 'zh') === 'string';

/** The lines to print for an error, and the exit code. */
export const explain = (error: unknown): { readonly lines: readonly string[]; readonly code: ExitCode } => {
  if (error instanceof Failure) return { lines: [error.zh, error.message], code: error.code };
  if (bilingual(error)) return { lines: [error.zh, error.message], code: 1 };
  const code = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  if (code === 'ENOSPC' || code === '53100')
    return { lines: ['磁碟已滿，請騰出空間後再試。', 'The disk is full. Free some space and run the command again.'], code: 1 };
  const at = error instanceof Error ? Reflect.get(error, 'path') : undefined;
  const path = typeof at === 'string' ? at.replace(/\.part$/, '') : undefined;
  if (path !== undefined && typeof code === 'string' && /^(?:ENOENT|ENOTDIR|EEXIST|EACCES|EPERM|EROFS|EISDIR)$/.test(code))
    return {
      lines: [
        `${path}：資料夾不存在，或不能讀寫。請確認路徑與權限。`,
        `${path}: there is no such folder, or it may not be read or written (${code}).`,
      ],
      code: 1,
    };
  if (code === 'ECONNREFUSED' || code === 'ENOENT')
    return { lines: ['無法連線或找不到檔案。', String(error instanceof Error ? error.message : error)], code: 1 };
  if (error instanceof Error && typeof code !== 'string') return { lines: [error.message], code: 1 };
  return { lines: [error instanceof Error ? (error.stack ?? error.message) : String(error)], code: 1 };
};
