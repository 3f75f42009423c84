// Does an arbiter who opens the demo find work, whatever the day and hour of the first start?
import { expect, it } from 'vitest';
import { chanceOf } from '../chance/index.ts';
import { drawDispute } from './dispute.ts';

const HOUR = 3_600_000;
/** About what a desk of the demo sends out that opens a case and is no danger now. */
const everyHours = 6;

it('leaves a dispute waiting at nearly every start, and decides those of last week', () => {
  const starts = Array.from({ length: 14 * 6 }, (_, n) => Date.parse('2026-11-23T00:00:00.000Z') + n * 4 * HOUR);
  const waiting = starts.map((anchorMs) => {
    const chance = chanceOf(`start ${anchorMs}`);
    const drawn = Array.from({ length: (6 * 24) / everyHours }, (_, n) =>
      drawDispute(chance.fork(`${n}`), { sentMs: anchorMs - n * everyHours * HOUR, anchorMs, supervisor: 's', arbiter: 'a' }),
    );
    return drawn.filter((one) => one !== null && one.decided === null).length;
  });
  expect(waiting.filter((n) => n === 0).length / waiting.length).toBeLessThan(0.1);
  expect(Math.max(...waiting), 'a desk, not a flood').toBeLessThan(20);
});
