// Nothing acknowledged is lost when processes are killed. Three kills here, one of each kind; `crash-run.ts` does thirty.

import { expect, test } from 'vitest';
import { crash } from './crash.ts';

test('Node, PostgreSQL and both are killed under load: every acknowledgement is there once, no job took effect twice, the audit verifies', async () => {
  const found = await crash(3, Math.random);
  expect(found).toMatchObject({ lost: [], twice: [], jobsTwice: [], audit: [] });
  expect(found.counts.reports).toBeGreaterThan(0);
  expect(found.counts.events).toBeGreaterThan(0);
  expect(found.counts.files).toBeGreaterThan(0);
}, 240_000);
