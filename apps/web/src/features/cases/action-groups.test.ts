// Every act of a case has a group, and none is lost by grouping.
import { caseCommand } from '@anwang/contract/shapes';
import { expect, test } from 'vitest';
import { actionGroups, byGroup } from './action-groups.ts';
import { supportActs } from './support-acts.ts';

const types = caseCommand.options.map((each) => each.shape.type.value);

test('every command stands in exactly one group, or has a place of its own', () => {
  const named = actionGroups.flatMap((group) => [...group.types]);
  expect([...named, ...supportActs, 'tellVisit'].sort()).toEqual([...types].sort());
});

test('grouping keeps everything, and puts decisions first', () => {
  const groups = byGroup(['addNote', 'decideOpening', 'recordVisit'].map((type) => ({ type })));
  expect(groups.map((group) => [group.id, group.acts.map((act) => act.type)])).toEqual([
    ['decide', ['decideOpening']],
    ['record', ['recordVisit', 'addNote']],
  ]);
  expect(byGroup([{ type: 'somethingNew' }])).toEqual([{ id: 'record', acts: [{ type: 'somethingNew' }] }]);
});
