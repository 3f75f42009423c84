import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOutFolder, writingProblem } from './index.ts';

let parent: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'linkage-out-'));
});
afterEach(() => rm(parent, { recursive: true }));

const finishRun = async (out: string): Promise<void> => {
  const folder = await openOutFolder(out);
  await writeFile(join(folder.draft, 'report.json'), '{}');
  await folder.finish();
};

describe('openOutFolder', () => {
  it('shows nothing under the name asked for until it is finished', async () => {
    const out = join(parent, 'deep', 'run');
    const folder = await openOutFolder(out);
    await writeFile(join(folder.draft, 'report.json'), '{}');
    expect(await readdir(join(parent, 'deep'))).toEqual([expect.stringMatching(/^run\.part-/)]);
    await folder.finish();
    expect(await readdir(join(parent, 'deep'))).toEqual(['run']);
    expect(await readdir(out)).toEqual(['report.json']);
  });

  it('leaves nothing when discarded, and keeps the earlier run', async () => {
    const out = join(parent, 'run');
    await finishRun(out);
    const folder = await openOutFolder(out);
    folder.discard();
    expect(await readdir(parent)).toEqual(['run']);
    expect(await readdir(out)).toEqual(['report.json']);
  });

  it('replaces an earlier run, and refuses any other folder', async () => {
    const out = join(parent, 'run');
    await finishRun(out);
    await finishRun(out);
    expect(await readdir(parent)).toEqual(['run']);
    const photos = join(parent, 'photos');
    await mkdir(photos);
    await writeFile(join(photos, 'me.jpg'), 'x');
    await expect(openOutFolder(photos)).rejects.toMatchObject({ problem: { code: 'out-exists' } });
    const file = join(parent, 'a-file');
    await writeFile(file, 'x');
    await expect(openOutFolder(join(file, 'run'))).rejects.toMatchObject({ problem: { code: 'out-not-writable' } });
  });

  it('sweeps away the draft of a process that is gone', async () => {
    // Process ids end at 4,194,304 on Linux, so this one never lives.
    await mkdir(join(parent, 'run.part-99999999-0a0b0c0d'));
    await finishRun(join(parent, 'run'));
    expect(await readdir(parent)).toEqual(['run']);
  });
});

describe('writingProblem', () => {
  it('knows a full disk by the message of the file system and of DuckDB', () => {
    const system = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    const duckdb = new Error('IO Error: Could not write to file "edges.parquet": No space left on device');
    for (const error of [system, duckdb])
      expect(writingProblem(error, 'out')).toMatchObject({ problem: { code: 'disk-full', folder: 'out' } });
    const other = new Error('Binder Error');
    expect(writingProblem(other, 'out')).toBe(other);
  });
});
