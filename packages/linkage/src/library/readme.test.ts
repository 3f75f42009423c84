import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const PACKAGE = fileURLToPath(new URL('../../', import.meta.url));
const DOCUMENTS = ['packages/linkage/README.md', 'docs/handbook/linkage.md'];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'linkage-readme-'));
  cpSync(join(PACKAGE, 'examples'), folder, { recursive: true });
  mkdirSync(join(folder, 'node_modules', '@anwang'), { recursive: true });
  symlinkSync(PACKAGE, join(folder, 'node_modules', '@anwang', 'linkage'));
  writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The fenced blocks of one language, in order. */
const blocks = (text: string, language: string): string[] =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map((found) => found[1]!);

const run = (command: string, args: readonly string[]): string =>
  execFileSync(command, [...args], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

describe.each(DOCUMENTS)('the examples of %s', (document) => {
  const text = readFileSync(join(PACKAGE, '..', '..', document), 'utf8');

  it('run as commands, one after the other', () => {
    const main = join(PACKAGE, 'src', 'command', 'main.ts');
    const script = `set -e\nlinkage() { '${process.execPath}' --disable-warning=ExperimentalWarning '${main}' "$@"; }\n`;
    const commands = blocks(text, 'sh');
    expect(commands.length).toBeGreaterThan(2);
    for (const command of commands) expect(run('sh', ['-c', script + command]).length, command).toBeGreaterThan(0);
  }, 300_000);

  it('run as programs', () => {
    const programs = blocks(text, 'ts');
    expect(programs.length).toBeGreaterThan(0);
    for (const [i, program] of programs.entries()) {
      const file = join(folder, `program${i}.ts`);
      writeFileSync(file, program);
      expect(run(process.execPath, ['--disable-warning=ExperimentalWarning', file]).length, program).toBeGreaterThan(0);
    }
  }, 120_000);
});
