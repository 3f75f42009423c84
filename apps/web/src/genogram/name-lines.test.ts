// Names under the symbols of a genogram.
import { expect, test } from 'vitest';
import { nameLines } from './name-lines.ts';

test.each([
  ['王建明', ['王建明']],
  ['歐陽震華', ['歐陽震華']],
  ['Ciwas Noming', ['Ciwas', 'Noming']],
  ['高德寶格督薩爾依諾', ['高德寶格…']],
  ['Savungaz Valincinan Istanda', ['Savungaz', 'Valincina…']],
  ['𡈽屋太郎', ['𡈽屋太郎']],
])('%s stands as %j', (name, lines) => {
  expect(nameLines(name)).toEqual(lines);
});
