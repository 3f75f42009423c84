import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Three groups: `node` (unit, property, store, API), `zone` (the core again in another time zone), `browser` (in Chromium; its files have a house each).
const shared = { pool: 'forks' as const, testTimeout: 120_000, hookTimeout: 180_000 };
const nodeTests = [
  'packages/*/src/**/*.test.ts',
  'packages/*/tables/**/*.test.ts',
  'apps/*/src/**/*.test.{ts,tsx}',
  'testkit/src/**/*.test.ts',
  'bench/**/*.test.ts',
  'tools/**/*.test.ts',
];

export default defineConfig({
  test: {
    // Vitest leaves one core free, which on two cores means one file after the other; but most files wait for PostgreSQL or Chromium.
    maxWorkers: availableParallelism(),
    projects: [
      { test: { ...shared, name: 'node', include: nodeTests, globalSetup: ['testkit/src/database/global-setup.ts'], env: { TZ: 'UTC' } } },
      {
        test: {
          ...shared,
          name: 'zone',
          include: ['packages/core/src/**/*.test.ts', 'packages/packs/src/**/*.test.ts'],
          env: { TZ: 'America/New_York' },
        },
      },
      {
        test: {
          ...shared,
          name: 'browser',
          include: ['apps/web/e2e/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
