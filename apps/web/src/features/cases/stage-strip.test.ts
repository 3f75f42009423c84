// The strip of stages.
import { expect, test } from 'vitest';
import { stageStrip } from './stage-strip.ts';

const label = (zh: string) => ({ zh, en: zh });
const programme = {
  stages: [
    { id: 'firstVisit', generic: 'assigned', label: label('待首訪') },
    { id: 'assigned', generic: 'assigned', label: label('待訪視') },
    { id: 'assessing', generic: 'assessing', label: label('評估') },
    { id: 'serving', generic: 'serving', label: label('服務中') },
  ],
};

test('stages before are done, after are ahead, and a programme stage counts as its generic one', () => {
  expect(stageStrip(programme, 'firstVisit').map((each) => each.state)).toEqual(['now', 'ahead', 'ahead']);
  expect(stageStrip(programme, 'serving').map((each) => each.state)).toEqual(['done', 'done', 'now']);
  expect(stageStrip(programme, 'assigned')[0]?.label.zh).toBe('待訪視');
});

test('without a programme or off the road there is no strip', () => {
  expect(stageStrip(undefined, 'serving')).toEqual([]);
  expect(stageStrip(programme, 'notOpened')).toEqual([]);
});
