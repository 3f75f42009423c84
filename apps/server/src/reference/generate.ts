// Writes what is generated from statements the server can read: openapi.json from the contract; settings, data dictionary and tables as pages. CI compares.
import { mkdirSync, writeFileSync } from 'node:fs';
import { contract } from '@anwang/contract';
import { openApiDocument } from '@anwang/contract/openapi';
import { productVersion } from '../http/docs.ts';
import { dictionaryPage } from './dictionary-page.ts';
import { settingsPage } from './settings-page.ts';
import { tablesPage } from './tables-page.ts';

const root = new URL('../../../../', import.meta.url);
writeFileSync(new URL('packages/contract/openapi.json', root), `${JSON.stringify(openApiDocument(contract, productVersion), null, 1)}\n`);
mkdirSync(new URL('docs/reference/', root), { recursive: true });
writeFileSync(new URL('docs/reference/settings.md', root), settingsPage());
writeFileSync(new URL('docs/reference/dictionary.md', root), dictionaryPage());
writeFileSync(new URL('docs/reference/tables.md', root), tablesPage());
