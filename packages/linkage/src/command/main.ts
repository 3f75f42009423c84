#!/usr/bin/env node
// The process around the command: streams, signals, exit code.
// On a signal everything half-written is removed at once and the process ends; waiting for a long query would keep the person waiting.

import module from 'node:module';
import type { Session } from './session.ts';
import { compileLate } from './tiering.ts';

const cleaning = new Set<() => void>();
const abort = new AbortController();

const cleanAll = (): void => {
  for (const clean of cleaning) {
    try {
      clean();
    } catch {
      // The others must still be cleaned.
    }
  }
};

let ending = false;
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  // Stays: without a listener the second of two signals would end the process in the middle of its cleaning.
  process.on(signal, () => {
    if (ending) return;
    ending = true;
    abort.abort();
    cleanAll();
    // A writer on another thread may have put a file back in between.
    process.once('exit', cleanAll);
    process.exit(code);
  });
}
// A reader that goes away (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const session: Session = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  columns: process.stderr.isTTY ? process.stderr.columns || 80 : 0,
  signal: abort.signal,
  onInterrupt: (clean) => {
    cleaning.add(clean);
    return () => cleaning.delete(clean);
  },
  // Not before: with other settings Node's bytecode of its own modules no longer fits, and every thread would compile a hundred of them anew.
  loaded: compileLate,
};

// Two tenths of a second of every start are compiling; from the second start on they are read from the system's folder for temporary files.
module.enableCompileCache?.();
const { runCommand } = await import('./run-command.ts');
process.exitCode = await runCommand(process.argv.slice(2), session);
