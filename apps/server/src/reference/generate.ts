// Writes what is generated from the server's own statements: openapi.json from the contract, the settings page from the table of settings. CI compares.
import { mkdirSync, writeFileSync } from 'node:fs';
import { contract } from '@anwang/contract';
import { openApiDocument } from '@anwang/contract/openapi';
import { productVersion } from '../http/docs.ts';
import { settingsPage } from './settings-page.ts';

const root = new URL('../../../../', import.meta.url);
writeFileSync(new URL('packages/contract/openapi.json', root), `${JSON.stringify(openApiDocument(contract, productVersion), null, 1)}\n`);
mkdirSync(new URL('docs/reference/', root), { recursive: true });
writeFileSync(new URL('docs/reference/settings.md', root), settingsPage());
