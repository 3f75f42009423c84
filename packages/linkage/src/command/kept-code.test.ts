import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const KEPT_CODE = new URL('../../pack/kept-code.mjs', import.meta.url).href;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linkage-kept-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Runs a script that answers with `answer`, as the packed command is run; what it wrote. */
const run = async (script: string, answer: number, purpose = 'dedupe'): Promise<string> => {
  const path = join(folder, `${script}.cjs`);
  await writeFile(path, `const inner = () => { const nobody = () => 0; return ${answer}; };\nexports.answer = () => inner();\n`);
  const main = join(folder, 'main.mjs');
  await writeFile(
    main,
    `import module from 'node:module';
import { runKept } from '${KEPT_CODE}';
module.enableCompileCache?.(${JSON.stringify(join(folder, 'cache'))});
console.log(runKept(new URL('${pathToFileURL(path).href}'), '${purpose}').answer());
`,
  );
  const { stdout, stderr } = spawnSync(process.execPath, [main], {
    encoding: 'utf8',
    env: { ...process.env, NODE_COMPILE_CACHE: undefined },
  });
  return stdout.trim() + stderr;
};

/** Where bytecode was kept. */
const kept = async (): Promise<string[]> => {
  const files = await readdir(join(folder, 'cache'), { recursive: true });
  return files.filter((file) => file.includes('bytecode')).map((file) => join(folder, 'cache', file));
};

describe('kept bytecode', () => {
  it('is written by the first run for this user alone and left as it is by the next', async () => {
    expect(await run('one', 1)).toBe('1');
    const [path, ...others] = await kept();
    expect(others).toEqual([]);
    const first = await stat(path!);
    expect(first.mode & 0o777).toBe(0o600);
    expect(await run('one', 1)).toBe('1');
    expect((await stat(path!)).mtimeMs).toBe(first.mtimeMs);
    expect(await run('one', 1, 'profile')).toBe('1');
    expect(await kept()).toHaveLength(2);
    // What came on the command line is no name for a file.
    expect(await run('one', 1, '../x')).toBe('1');
    expect((await kept()).map((file) => basename(file)).toSorted()).toEqual(
      ['dedupe', 'other', 'profile'].map((name) => `one-${name}.bytecode`),
    );
  });

  it('is made again where it is broken', async () => {
    await run('one', 1);
    const [path] = await kept();
    const whole = await readFile(path!);
    await writeFile(path!, whole.subarray(0, whole.length >> 1));
    expect(await run('one', 1)).toBe('1');
    expect((await readFile(path!)).length).toBe(whole.length);
  });

  it('is run only where nobody else could have written it', async () => {
    await run('one', 1);
    await run('two', 2);
    const [one, two] = (await kept()).toSorted();
    // V8 compares no more than the length of the text: what lies there is run.
    await rename(one!, two!);
    expect(await run('two', 2)).toBe('1');
    await chmod(two!, 0o666);
    expect(await run('two', 2)).toBe('2');
  });
});
