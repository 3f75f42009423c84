// Which part of a county is drawn? Some have islands hundreds of kilometres away (東沙 and 南沙 are part of 旗津區).
import type { Position } from 'geojson';
import type { District } from './district.ts';

function centre(ring: readonly Position[]): [number, number] {
  const xs = ring.map((point) => point[0] ?? 0);
  const ys = ring.map((point) => point[1] ?? 0);
  return [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2];
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Leaves out islands more than one degree and a half from the middle of the county, which would shrink all else to a dot. */
export function withoutFarIslands(districts: readonly District[]): District[] {
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
