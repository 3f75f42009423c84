import { describe, expect, test } from 'vitest';
import { probabilityAt } from '../model/calibration.ts';
import { seededNumbers } from '../testing/toy-world.ts';
import { calibrateByLabels } from './calibrate.ts';

describe('calibration by labels', () => {
  test('without labels a weight is taken at its word', () => {
    expect(probabilityAt(calibrateByLabels([]), 3)).toBeCloseTo(8 / 9, 9);
  });

  test('finds a planted shift', () => {
    const next = seededNumbers(4);
    const labelled = Array.from({ length: 2000 }, () => {
      const weight = next() * 20 - 10;
      return { weight, same: next() < 1 / (1 + 2 ** -(weight + 3)) };
    });
    const calibration = calibrateByLabels(labelled);
    expect(probabilityAt(calibration, -3)).toBeGreaterThan(0.42);
    expect(probabilityAt(calibration, -3)).toBeLessThan(0.58);
  });

  test('a few labels move it a little, and it never falls with the weight', () => {
    const calibration = calibrateByLabels([
      { weight: -2, same: true },
      { weight: 5, same: false },
    ]);
    const at = [-30, -5, 0, 5, 30].map((weight) => probabilityAt(calibration, weight));
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    expect(Math.abs(probabilityAt(calibration, 0) - 0.5)).toBeLessThan(0.3);
  });
});
