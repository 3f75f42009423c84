// Runs a program in a fresh process and says how long it took by the wall clock.

import { spawn } from 'node:child_process';

export interface Ran {
  readonly out: string;
  /** From start to end of the process, interpreter start included. */
  readonly seconds: number;
}

/** Rejects with what the program said if it fails. */
export const runProcess = (command: string, args: readonly string[]): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(command, [...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (code) => {
      const seconds = (performance.now() - start) / 1000;
      if (code === 0) resolve({ out, seconds });
      else reject(new Error(`${command} ${args.join(' ')} ended with ${code}\n${err.slice(-2000)}\n${out.slice(-500)}`));
    });
  });
