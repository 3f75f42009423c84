import { spawn, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { VERSION } from './version.ts';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));
const PEOPLE = fileURLToPath(new URL('../../examples/people.csv', import.meta.url));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linkage-process-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the process', () => {
  it('knows its version, which is that of the package', async () => {
    const manifest = JSON.parse(await readFile(fileURLToPath(new URL('../../package.json', import.meta.url)), 'utf8'));
    expect(manifest.version).toBe(VERSION);
    expect(spawnSync(process.execPath, [MAIN, '--version'], { encoding: 'utf8' })).toMatchObject({ status: 0, stdout: `${VERSION}\n` });
  });

  it('ends quietly when its reader goes away', () => {
    const ran = spawnSync('sh', ['-c', `"${process.execPath}" "${MAIN}" --help | head -1`], { encoding: 'utf8' });
    expect(ran.stderr).not.toMatch(/EPIPE|Error/);
    expect(ran.stdout).toContain('linkage');
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('leaves nothing half-written on %s', async (signal, code) => {
    const spill = join(folder, 'spill');
    const out = join(folder, 'out');
    await mkdir(spill);
    const roles = ['name=full-name', 'birth_date=birth-date', 'phone=phone', 'address=address'].flatMap((r) => ['--role', r]);
    const child = spawn(
      process.execPath,
      [MAIN, 'dedupe', '--input', PEOPLE, '--id', 'record_id', ...roles, '--out', out, '--spill', spill],
      { stdio: 'ignore' },
    );
    // The draft appears before the work begins; from then on the process may be interrupted anywhere.
    for (let i = 0; i < 500 && (await readdir(folder)).length < 2; i++) await new Promise((wake) => setTimeout(wake, 10));
    expect((await readdir(folder)).some((name) => name.startsWith('out.part-'))).toBe(true);
    // Twice, as from a terminal and from npm at once.
    child.kill(signal);
    child.kill(signal);
    const ended = await new Promise<number | null>((resolve) => child.once('exit', resolve));
    expect(ended).toBe(code);
    expect(await readdir(folder)).toEqual(['spill']);
    expect(await readdir(spill)).toEqual([]);
  });

  it('says that the disk is full when a file cannot grow, and takes back what it wrote', async () => {
    const out = join(folder, 'out');
    const roles = '--role name=full-name --role birth_date=birth-date --role phone=phone';
    // A limit on the size of files (in blocks of 512 bytes) stands in for a full disk: both end a write in the middle.
    const ran = spawnSync(
      'sh',
      [
        '-c',
        `ulimit -f 40; exec "${process.execPath}" "${MAIN}" dedupe --input "${PEOPLE}" --id record_id ${roles} --out "${out}" --language en`,
      ],
      { encoding: 'utf8' },
    );
    expect(ran.stderr).toContain('The disk is full');
    expect(ran.status).toBe(3);
    expect(await readdir(folder)).toEqual([]);
  });
});
