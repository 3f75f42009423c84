// What is committed is what the statements say now: openapi.json, settings, data dictionary, tables.
import { readFileSync } from 'node:fs';
import { contract } from '@anwang/contract';
import { openApiDocument } from '@anwang/contract/openapi';
import { expect, test } from 'vitest';
import { productVersion } from '../http/docs.ts';
import { dictionaryPage } from './dictionary-page.ts';
import { settingsPage } from './settings-page.ts';
import { tablesPage } from './tables-page.ts';

const read = (path: string): string => readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8');

test('openapi.json is that of the contract', () => {
  expect(JSON.parse(read('packages/contract/openapi.json'))).toEqual(JSON.parse(JSON.stringify(openApiDocument(contract, productVersion))));
});

test('the settings page is that of the settings', () => expect(read('docs/reference/settings.md')).toBe(settingsPage()));

test('the data dictionary is that of the packs', () => expect(read('docs/reference/dictionary.md')).toBe(dictionaryPage()));

test('the page of tables is that of the retention rules', () => expect(read('docs/reference/tables.md')).toBe(tablesPage()));
