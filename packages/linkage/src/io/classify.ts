// Which problem is behind an error of the file system or of the SQL engine?
// DuckDB reports by message only (1.5.6); the patterns are those it prints, each met in a test.

import { LinkageProblem } from './problem.ts';

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

const firstLine = (error: unknown): string => (error instanceof Error ? error.message : String(error)).split('\n')[0]!.slice(0, 200);

/** Turns an error met while reading `file` into a problem, where it is one. */
export const readingProblem = (error: unknown, file: string): unknown => {
  if (error instanceof LinkageProblem) return error;
  const code = codeOf(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return new LinkageProblem({ code: 'no-file', file }, error);
  if (code === 'EISDIR') return new LinkageProblem({ code: 'not-a-file', file }, error);
  if (code === 'EACCES' || code === 'EPERM') return new LinkageProblem({ code: 'no-permission', file }, error);
  const line = firstLine(error);
  if (/magic bytes|not a parquet|too small to be a Parquet|parquet|thrift|TProtocol|snappy|zstd|footer/i.test(line)) {
    return new LinkageProblem({ code: 'bad-parquet', file, detail: line.replace(/^[A-Za-z ]*Error: /, '') }, error);
  }
  return error;
};

/** Turns an error met while writing into `folder` into a problem, where it is one. */
export const writingProblem = (error: unknown, folder: string): unknown => {
  if (error instanceof LinkageProblem) return error;
  const code = codeOf(error);
  const line = firstLine(error);
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG' || /no space left|disk quota|file too large/i.test(line)) {
    return new LinkageProblem({ code: 'disk-full', folder }, error);
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR' || code === 'EEXIST' || code === 'ENOENT') {
    return new LinkageProblem({ code: 'out-not-writable', folder }, error);
  }
  return error;
};

/** Turns an engine's complaint about memory or spilling into a problem, where it is one. */
export const enginesProblem = (error: unknown, spill: string): unknown => {
  if (error instanceof LinkageProblem) return error;
  const line = firstLine(error);
  if (/no space left|disk quota|max_temp_directory_size/i.test(line))
    return new LinkageProblem({ code: 'disk-full', folder: spill }, error);
  if (/out of memory|failed to allocate|could not allocate/i.test(line))
    return new LinkageProblem({ code: 'out-of-memory', detail: line }, error);
  return error;
};
