// The dashed line round a household: a box round its members in each row, boxes of neighbouring rows tied by a corridor, and the edge of
// their union traced, so that people who live elsewhere stay outside.
import type { Point } from './types.ts';

type Box = { left: number; right: number; top: number; bottom: number };
const HALF = 34;
const ABOVE = 20;
const BELOW = 48;
const CORRIDOR = 20;

/** Runs of members in a row with nobody else between them. */
function runs(row: readonly (Point & { member: boolean })[]): Box[] {
  const boxes: Box[] = [];
  let open = false;
  for (const person of row) {
    if (person.member) {
      const last = boxes.at(-1);
      if (open && last) last.right = person.x + HALF;
      else boxes.push({ left: person.x - HALF, right: person.x + HALF, top: person.y - ABOVE, bottom: person.y + BELOW });
    }
    open = person.member;
  }
  return boxes;
}

function corridor(upper: Box, lower: Box): Box[] {
  const left = Math.max(upper.left, lower.left);
  const right = Math.min(upper.right, lower.right);
  if (right - left >= CORRIDOR) return [{ left, right, top: upper.bottom - 1, bottom: lower.top + 1 }];
  const from = (upper.left + upper.right) / 2;
  const to = (lower.left + lower.right) / 2;
  const half = CORRIDOR / 2;
  const y = (upper.bottom + lower.top) / 2;
  return [
    { left: from - half, right: from + half, top: upper.bottom - 1, bottom: y + half },
    { left: Math.min(from, to) - half, right: Math.max(from, to) + half, top: y - half, bottom: y + half },
    { left: to - half, right: to + half, top: y - half, bottom: lower.top + 1 },
  ];
}

/** The outline of the union of boxes as an SVG path of closed rings. */
function trace(boxes: readonly Box[]): string {
  const xs = [...new Set(boxes.flatMap((box) => [box.left, box.right]))].sort((a, b) => a - b);
  const ys = [...new Set(boxes.flatMap((box) => [box.top, box.bottom]))].sort((a, b) => a - b);
  const inside = (i: number, j: number) =>
    i >= 0 &&
    j >= 0 &&
    i < xs.length - 1 &&
    j < ys.length - 1 &&
    boxes.some((box) => box.left <= xs[i]! && box.right >= xs[i + 1]! && box.top <= ys[j]! && box.bottom >= ys[j + 1]!);
  const next = new Map<string, string[]>();
  const edge = (a: [number, number], b: [number, number]) => next.set(a.join(), [...(next.get(a.join()) ?? []), b.join()]);
  for (let i = 0; i < xs.length - 1; i += 1)
    for (let j = 0; j < ys.length - 1; j += 1) {
      if (!inside(i, j)) continue;
      if (!inside(i, j - 1)) edge([i, j], [i + 1, j]);
      if (!inside(i + 1, j)) edge([i + 1, j], [i + 1, j + 1]);
      if (!inside(i, j + 1)) edge([i + 1, j + 1], [i, j + 1]);
      if (!inside(i - 1, j)) edge([i, j + 1], [i, j]);
    }
  let path = '';
  for (const start of next.keys()) {
    let at: string | undefined = start;
    const ring: string[] = [];
    while (at !== undefined && (next.get(at)?.length ?? 0) > 0) {
      ring.push(at);
      at = next.get(at)!.pop();
    }
    if (ring.length < 4) continue;
    path += `M${ring
      .map((corner) => corner.split(',').map(Number))
      .map(([i, j]) => `${round(xs[i!]!)} ${round(ys[j!]!)}`)
      .join('L')}Z`;
  }
  return path;
}

const round = (value: number) => Math.round(value * 10) / 10;

/** The outline of one household. @param rows everybody by row, left to right, marked whether they live in it */
export function householdOutline(rows: readonly (readonly (Point & { member: boolean })[])[]): string {
  const perRow = rows.map(runs);
  const ties: Box[] = [];
  let above: Box[] = [];
  for (const boxes of perRow) {
    if (boxes.length === 0) continue;
    for (const box of boxes) {
      const nearest = above.toSorted(
        (a, b) => Math.abs((a.left + a.right - box.left - box.right) / 2) - Math.abs((b.left + b.right - box.left - box.right) / 2),
      )[0];
      if (nearest) ties.push(...corridor(nearest, box));
    }
    above = boxes;
  }
  return trace([...perRow.flat(), ...ties]);
}
