// Where do the districts of a county lie on a sheet of a given size, which names have room, and which part is worth drawing larger? Pure: shapes in,
// points out. The projection is Mercator's, as the maps that people know.
import type { District } from './district.ts';

type Point = readonly [x: number, y: number];
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
/** `room` is how wide a name in its middle may be without leaving it. */
export type MapShape = { readonly id: string; readonly d: string; readonly at: Point; readonly room: number };
type Inset = { readonly window: Box; readonly frame: Box; readonly shapes: readonly MapShape[] };
export type DrawnMap = { readonly shapes: readonly MapShape[]; readonly inset: Inset | null };

type Part = readonly Point[];
type Flat = { readonly id: string; readonly rings: readonly Part[]; readonly largest: Box; readonly at: Point; readonly room: number };

/** How much larger the part in the frame is drawn. */
export const zoom = 2.6;
/** A district with less room than this many pixels is hard to see and to press. */
const small = 24;
/** Fewer small ones than this are not worth a frame. */
const fewest = 4;

const mercator = ([lon, lat]: readonly number[]): Point => [
  ((lon ?? 0) * Math.PI) / 180,
  -Math.log(Math.tan(Math.PI / 4 + ((lat ?? 0) * Math.PI) / 360)),
];

function boxOf(points: readonly Point[]): Box {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** The middle of an area (its centroid), which lies where most of it is. */
function middle(ring: Part): Point {
  let [area, x, y] = [0, 0, 0];
  const [ox, oy] = ring[0] ?? [0, 0];
  for (const [index, [ax, ay]] of ring.entries()) {
    const [bx, by] = ring[(index + 1) % ring.length] ?? [ax, ay];
    const cross = (ax - ox) * (by - oy) - (bx - ox) * (ay - oy);
    area += cross;
    x += (ax + bx - 2 * ox) * cross;
    y += (ay + by - 2 * oy) * cross;
  }
  return area === 0 ? [ox, oy] : [ox + x / (3 * area), oy + y / (3 * area)];
}

/** Twice the way from a point to the nearer edge beside it, at its height; 0 for a point outside. */
function roomAt(ring: Part, [x, y]: Point): number {
  const edges = ring.flatMap(([ax, ay], index) => {
    const [bx, by] = ring[(index + 1) % ring.length] ?? [ax, ay];
    return ay > y === by > y ? [] : [ax + ((y - ay) * (bx - ax)) / (by - ay)];
  });
  const left = edges.filter((each) => each < x);
  const right = edges.filter((each) => each >= x);
  return left.length % 2 === 0 ? 0 : 2 * Math.min(x - Math.max(...left), Math.min(...right) - x);
}

const inside = (box: Box, [x, y]: Point): boolean => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
const meets = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** The shapes as large as the sheet allows, in its middle or, to leave room beside them, at its left. */
function placed(districts: readonly District[], sheet: Box, at: 'middle' | 'left'): Flat[] {
  const projected = districts.map((each) => {
    const polygons = each.geometry.type === 'Polygon' ? [each.geometry.coordinates] : each.geometry.coordinates;
    return { id: each.properties.TOWNCODE, rings: polygons.flatMap((polygon) => polygon.map((ring) => ring.map(mercator))) };
  });
  const whole = boxOf(projected.flatMap((each) => each.rings.flat()));
  const scale = Math.min(sheet.width / (whole.width || 1), sheet.height / (whole.height || 1));
  const left = sheet.x + (at === 'left' ? 0 : (sheet.width - whole.width * scale) / 2);
  const top = sheet.y + (sheet.height - whole.height * scale) / 2;
  return projected.map(({ id, rings }) => {
    const drawn = rings.map((ring) => ring.map(([x, y]): Point => [left + (x - whole.x) * scale, top + (y - whole.y) * scale]));
    const byArea = drawn.toSorted((a, b) => boxOf(b).width * boxOf(b).height - boxOf(a).width * boxOf(a).height);
    const main = byArea[0] ?? [];
    const at = middle(main);
    return { id, rings: drawn, largest: boxOf(main), at, room: roomAt(main, at) };
  });
}

const pathOf = (rings: readonly Part[], move: (point: Point) => Point): string =>
  rings
    .map(
      (ring) =>
        `M${ring
          .map((point) =>
            move(point)
              .map((each) => Math.round(each * 10) / 10)
              .join(' '),
          )
          .join('L')}Z`,
    )
    .join('');

const shapeOf = ({ id, rings, at, room }: Flat, move: (point: Point) => Point, scale: number): MapShape => ({
  id,
  d: pathOf(rings, move),
  at: move(at),
  room: room * scale,
});

/** The window that holds most of the small districts whole; null where there are not enough of them. */
function busiest(flats: readonly Flat[], size: { width: number; height: number }): Box | null {
  const little = flats.filter(({ largest }) => Math.min(largest.width, largest.height) < small);
  const best = little
    .map(({ at: [x, y] }) => {
      const window = { x: x - size.width / 2, y: y - size.height / 2, ...size };
      const held = little.filter(
        ({ largest: box }) => inside(window, [box.x, box.y]) && inside(window, [box.x + box.width, box.y + box.height]),
      );
      return { held };
    })
    .toSorted((a, b) => b.held.length - a.held.length)[0];
  if (best === undefined || best.held.length < fewest) return null;
  // What was found lies in the middle of the window.
  const around = boxOf(
    best.held.flatMap(({ largest: box }): Point[] => [
      [box.x, box.y],
      [box.x + box.width, box.y + box.height],
    ]),
  );
  return { x: around.x + (around.width - size.width) / 2, y: around.y + (around.height - size.height) / 2, ...size };
}

/** How much of the sheet a frame takes: the largest for which there is a corner. */
const frames = [
  { width: 0.46, height: 0.46 },
  { width: 0.44, height: 0.38 },
  { width: 0.36, height: 0.34 },
];

/** The busiest part in a frame of this size, in the first corner (right before left, bottom before top) that holds no land. */
function insetOf(flats: readonly Flat[], size: { width: number; height: number }, part: { width: number; height: number }): Inset | null {
  const framed = { width: Math.round(size.width * part.width), height: Math.round(size.height * part.height) };
  const window = busiest(flats, { width: framed.width / zoom, height: framed.height / zoom });
  if (window === null) return null;
  const points = flats.flatMap((each) => each.rings.flat());
  const [right, bottom] = [size.width - framed.width - 1, size.height - framed.height - 1];
  const frame = [
    { x: right, y: bottom },
    { x: right, y: 1 },
    { x: 1, y: bottom },
    { x: 1, y: 1 },
  ]
    .map((corner): Box => ({ ...corner, ...framed }))
    .find((corner) => !meets(corner, window) && !points.some((point) => inside(corner, point)));
  if (frame === undefined) return null;
  const move = ([x, y]: Point): Point => [frame.x + (x - window.x) * zoom, frame.y + (y - window.y) * zoom];
  const seen = flats.filter((each) => each.rings.some((ring) => meets(boxOf(ring), window)));
  return { window, frame, shapes: seen.map((each) => shapeOf(each, move, zoom)) };
}

/**
 * Draws the districts of a county.
 * @param districts shapes in degrees
 * @param size of the sheet in pixels
 * @returns the shapes as paths, and the busiest part once more in a frame in a corner that holds no land; no frame where there is no such corner
 */
export function drawMap(districts: readonly District[], size: { width: number; height: number }): DrawnMap {
  const sheet = { x: 4, y: 4, width: size.width - 8, height: size.height - 8 };
  const aside = placed(districts, sheet, 'left');
  const inset = frames.map((part) => insetOf(aside, size, part)).find((found) => found !== null) ?? null;
  const flats = inset ? aside : placed(districts, sheet, 'middle');
  return { shapes: flats.map((each) => shapeOf(each, (point) => point, 1)), inset };
}
