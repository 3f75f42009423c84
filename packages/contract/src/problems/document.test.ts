// A problem that is about one field names it, so that the form can show it there.
import { expect, test } from 'vitest';
import { problemToDocument } from './document.ts';

test('a refused act names the field of its command', () => {
  expect(problemToDocument({ code: 'eventInvalid', type: 'recordVisit', path: 'happenedAt', reason: 'future' })).toMatchObject({
    fields: [{ path: 'command.happenedAt', reason: 'future' }],
    facts: { path: 'happenedAt' },
  });
  expect(problemToDocument({ code: 'reasonCodeNeeded', field: 'reason' })).toMatchObject({
    fields: [{ path: 'reason', reason: 'missing' }],
  });
  expect(problemToDocument({ code: 'idempotencyMismatch' }).fields).toBeUndefined();
});
