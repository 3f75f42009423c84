// A content that was sent and not answered is found again whatever the version, another is not; and a browser that keeps nothing stops nobody.
import { expect, test } from 'vitest';
import { findSent, forgetSent, keepSent, nameOf } from './unanswered.ts';

const memory = () => {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
};
const note = (text: string, version: number) => ({ caseId: 'c', version, command: { type: 'addNote', note: text } });

test('the same content after a reload has the key and version with which it went out, until it is answered', () => {
  const tab = memory();
  keepSent(tab, nameOf(note('陳小明', 7)), { key: 'k', version: 7 });
  expect(findSent(tab, nameOf(note('陳小明', 8)))).toEqual({ key: 'k', version: 7 });
  expect(findSent(tab, nameOf(note('陳小名', 8)))).toBeUndefined();
  expect([...tab.kept].flat().join(), 'nothing of the content').not.toContain('陳');
  forgetSent(tab, nameOf(note('陳小明', 8)));
  expect(findSent(tab, nameOf(note('陳小明', 8)))).toBeUndefined();
});

test('what is kept may be anything, and nothing may be kept', () => {
  const tab = memory();
  for (const odd of ['', '{', '1', '{"key":1}']) {
    tab.kept.set(nameOf({}), odd);
    expect(findSent(tab, nameOf({}))).toBeUndefined();
  }
  const closed = () => {
    throw new Error('denied');
  };
  const denied = { getItem: closed, setItem: closed, removeItem: closed };
  keepSent(denied, 'x', { key: 'k', version: null });
  forgetSent(denied, 'x');
  expect(findSent(denied, 'x')).toBeUndefined();
});
