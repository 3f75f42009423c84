// The command as a test calls it: in this process, with what it says caught; files of the test in a folder of their own.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand, type Session } from '../command/index.ts';

export const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));
export const PEOPLE = join(EXAMPLES, 'people.csv');
export const ROLES = [
  'name=full-name',
  'sex=sex',
  'birth_date=birth-date',
  'national_id=identifier',
  'phone=phone',
  'address=address',
].flatMap((r) => ['--role', r]);

interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command and says what it said. */
export const call = async (...args: string[]): Promise<Answer> => {
  let out = '';
  let err = '';
  const session: Session = {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    columns: 0,
    signal: new AbortController().signal,
    onInterrupt: () => () => undefined,
    loaded: () => undefined,
  };
  return { code: await runCommand(args, session), out, err };
};

/** Writes a file into a folder and gives its path. */
export const fileIn = async (folder: string, name: string, text: string): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
};
