// Every route whose use is on record has words for the auditor.
import { contract } from '@anwang/contract';
import { walkRoutes } from '@anwang/contract/route';
import { expect, test } from 'vitest';
import { actWord } from './act-words.ts';

/** Common knowledge, and what belongs to whoever asks: nothing of it is put on record. */
const silent =
  /^(reference\.(?!why)|drafts\.|session\.(me|sessions|providers|oidcStart|totpStart|backupCodes)|intake\.(form|county|counties))/;

test('no route of the contract is without words', () => {
  const routes = walkRoutes(contract).map((each) => each.name);
  expect(routes.length).toBeGreaterThan(60);
  expect(routes.filter((name) => !silent.test(name) && actWord(name) === undefined)).toEqual([]);
});
