// Which engine does a command work on, with how much memory, and where does it spill?

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Engine, openDuckdb, openSpark } from '../engine/index.ts';
import { enginesProblem, LinkageProblem, writingProblem } from '../io/index.ts';
import { countOption, engineOption, required, type Values } from './options.ts';
import type { Session } from './session.ts';

/** The words of a command as a shell would part them, quotes respected; nothing else of a shell is done. */
const splitCommand = (command: string): string[] =>
  [...command.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)].map(([word]) =>
    word.replace(/"([^"]*)"|'([^']*)'/g, (_, a?: string, b?: string) => a ?? b ?? ''),
  );

const open = async (values: Values, spill: string): Promise<Engine> => {
  const threads = countOption(values.threads, '--threads', 1);
  if (engineOption(values) === 'spark') {
    const command = required(values.spark, '--spark');
    try {
      return await openSpark({ command: splitCommand(command), folder: spill });
    } catch (error) {
      throw new LinkageProblem(
        { code: 'no-engine', command, detail: error instanceof Error ? error.message.split('\n')[0]! : String(error) },
        error,
      );
    }
  }
  return openDuckdb({
    ...(threads === undefined ? {} : { threads }),
    ...(values.memory === undefined ? {} : { memoryLimit: values.memory }),
    tempFolder: spill,
  });
};

/** Made at once and not in the background, so that no signal falls between making it and knowing of it. */
const makeFolder = (parent: string): string => {
  try {
    return mkdtempSync(join(parent, 'linkage-'));
  } catch (error) {
    throw writingProblem(error, parent);
  }
};

/** Opens the engine for the length of `work`; its spill folder goes with it, also on Ctrl-C. */
export const withEngine = async <T>(session: Session, values: Values, work: (engine: Engine) => Promise<T>): Promise<T> => {
  const parent = values.spill ?? tmpdir();
  const spill = makeFolder(parent);
  const clean = (): void => rmSync(spill, { recursive: true, force: true });
  const forget = session.onInterrupt(clean);
  let engine: Engine | undefined;
  try {
    engine = await open(values, spill);
    return await work(engine);
  } catch (error) {
    throw enginesProblem(error, parent);
  } finally {
    await engine?.close();
    clean();
    forget();
  }
};
