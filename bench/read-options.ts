// The options of a measurement, or a sentence: an unknown word, a number that is none and `--help` end with the usage, not with a stack.

import { type ParseArgsConfig, parseArgs } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Reads options; `numbers` names those that are whole numbers above zero. On `--help` prints the usage and ends with 0, on a mistake with it and 2. */
export function readOptions<const T extends Options>(
  args: readonly string[],
  options: T,
  numbers: readonly (keyof T & string)[],
  usage: string,
) {
  const end = (code: number, sentence: string): never => {
    (code === 0 ? process.stdout : process.stderr).write(`${sentence}${usage}\n`);
    process.exit(code);
  };
  if (args.includes('--help')) return end(0, '');
  try {
    const { values } = parseArgs({ args: [...args], options, strict: true });
    const given: Record<string, unknown> = values;
    for (const name of numbers)
      if (given[name] !== undefined && !/^[1-9]\d*$/.test(String(given[name])))
        return end(2, `--${name} is a whole number above 0, not ${given[name]}.\n`);
    return values;
  } catch (error) {
    return end(2, `${error instanceof Error ? error.message : error}\n`);
  }
}
