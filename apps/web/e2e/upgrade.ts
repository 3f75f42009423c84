// A new version is put in place under pages that are open, on a machine that has nothing of the old one: they say so, lose nothing, and are new at the next step.
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { visitFresh } from './browser.ts';
import type { House } from './house.ts';

const built = join(import.meta.dirname, '../dist');

/** The same web under other names, as a build with a change in it has them; nothing under the old ones. */
function anotherBuild(): string {
  const folder = mkdtempSync(join(tmpdir(), 'anwang-next-web-'));
  cpSync(built, folder, { recursive: true });
  const assets = join(folder, 'assets');
  const names = readdirSync(assets);
  for (const name of names) if (/\.(?:br|gz)$/.test(name)) rmSync(join(assets, name));
  const renamed = new Map(
    names.flatMap((name) => {
      const [whole, hash] = /-([\w-]{8})\.(?:js|css)$/.exec(name) ?? [];
      return whole && hash ? [[hash, [...hash].reverse().join('')]] : [];
    }),
  );
  const hashes = new RegExp([...renamed.keys()].join('|'), 'g');
  const anew = (text: string) => text.replace(hashes, (hash) => renamed.get(hash) ?? hash);
  for (const path of ['index.html', 'report.html', ...names.filter((name) => /\.(?:js|css)$/.test(name)).map((name) => `assets/${name}`)]) {
    const text = readFileSync(join(folder, path), 'utf8');
    writeFileSync(join(folder, path), anew(text));
    if (anew(path) !== path) renameSync(join(folder, path), join(folder, anew(path)));
  }
  for (const name of ['index.html.br', 'index.html.gz']) rmSync(join(folder, name), { force: true });
  return folder;
}

const begins = (page: Page) => page.evaluate(() => document.querySelector('script[type=module]')?.getAttribute('src'));
const bar = (page: Page) => page.getByRole('status').filter({ hasText: '系統已更新' });
const narrative = (page: Page) => page.getByLabel('發生了什麼事');

/** Somebody writes, somebody reads and is about to go on to a screen that was never opened, while the server is exchanged. */
export async function underOpenPages(browser: Browser, house: House): Promise<void> {
  const web = anotherBuild();
  try {
    const [writer, reader] = await Promise.all([
      visitFresh(browser, house, 'kh.hotline1', '/intake'),
      visitFresh(browser, house, 'kh.worker.sanmin.1', '/'),
    ]);
    const typed = `更新時打的字 ${Date.now()}`;
    await narrative(writer.page).fill(typed);
    const before = await begins(reader.page);
    await house.down();
    await house.up(web);

    // Whoever writes is told, and not interrupted; the text goes along.
    await narrative(writer.page).fill(`${typed}，再補一句`);
    await bar(writer.page).waitFor();
    expect(await begins(writer.page)).toBe(before);
    await bar(writer.page).getByRole('button', { name: '重新載入' }).click();
    await writer.page.waitForFunction((old) => document.querySelector('script[type=module]')?.getAttribute('src') !== old, before);
    await writer.page.waitForFunction(
      (text) => [...document.querySelectorAll('textarea')].some((each) => each.value === text),
      `${typed}，再補一句`,
    );
    expect(await bar(writer.page).count()).toBe(0);

    // Whoever goes on is on the new one, at the screen that they wanted, whose old code is nowhere.
    await bar(reader.page).waitFor({ timeout: 70_000 });
    await reader.page.getByRole('button', { name: /選單/ }).click();
    await reader.page.getByRole('menuitem', { name: '我的帳號' }).click();
    await reader.page.getByRole('heading', { level: 1, name: '我的帳號' }).waitFor();
    expect(await begins(reader.page)).not.toBe(before);
    expect(new URL(reader.page.url()).pathname).toBe('/account');
    await reader.page.goBack();
    await reader.page.waitForURL((url) => url.pathname === '/');
    await narrative(writer.page).fill('');
    await writer.page.getByRole('status').filter({ hasText: '草稿已存' }).waitFor();
    await Promise.all([writer.leave(), reader.leave()]);
  } finally {
    await house.down();
    await house.up();
    rmSync(web, { recursive: true, force: true });
  }
}
