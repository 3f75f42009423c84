// The PostgreSQL of a data folder is a process apart, which no terminal's Ctrl-C reaches: a command that just died of it would leave it running.

import type { Installation } from '@anwang/store/installation';

const CODES = { SIGINT: 130, SIGTERM: 143 } as const;
type Signal = keyof typeof CODES;

/** From now on a signal closes what was opened, or what is being opened when it is there, and ends the process. What was done so far stays; statements under way are let finish. */
export function stopOnSignal(): { opened(installation: Installation): void; close(): Promise<void> } {
  let open: Installation | undefined;
  let asked: Signal | undefined;
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => (closing ??= open?.close());
  const leave = (): void => {
    if (open === undefined || asked === undefined) return;
    const code = CODES[asked];
    close().then(
      () => process.exit(code),
      () => process.exit(code),
    );
  };
  const heard = (signal: Signal): void => {
    asked ??= signal;
    leave();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, heard);
  return {
    opened: (installation) => {
      open = installation;
      leave();
    },
    close: async () => {
      await close();
      // When a signal came, work failed because its connections went: nothing is said of that, the process ends.
      if (asked !== undefined) await new Promise(() => {});
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, heard);
    },
  };
}
