import { expect, test } from 'vitest';
import { withPresence } from './presence.ts';

test('who was met, who was not and where, and of whom nothing is known; of whom nothing was said nothing is sent', () => {
  const values = { outcome: 'met', 'met:a': 'seen', 'met:b': 'away', 'met:c': 'atHome' };
  expect(withPresence(values, ['met:d', 'safe'])).toEqual({
    outcome: 'met',
    personIds: ['a'],
    others: [
      { personId: 'b', how: 'away' },
      { personId: 'c', how: 'atHome' },
      { personId: 'd', how: 'unknown' },
    ],
  });
  expect(withPresence({ outcome: 'notMet' }, ['safe'])).toEqual({ outcome: 'notMet' });
});
