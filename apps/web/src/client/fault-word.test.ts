import { describe, expect, test } from 'vitest';
import { m } from '../words/index.ts';
import { faultWord } from './fault-word.ts';

describe('what is wrong with a field', () => {
  test.each([
    ['missing', '請填寫這一格。'],
    ['minLength:1', '請填寫這一格。'],
    ['minLength:12', '至少 12 個字。'],
    ['maxLength:1000', '最多 1000 個字。'],
    ['maxItems:20', '最多 20 項。'],
    ['min:0', '不得小於 0。'],
    ['format:regex', '格式不符，請檢查。'],
    ['not:string', '格式不符，請檢查。'],
    ['notInValueSet:grounds', '請從選項中選擇。'],
    ['taken', '已經有同樣的了，請換一個。'],
    ['noSuchDate', m.date_wrong_shape()],
    ['future', '不能是將來的時間。'],
    ['past', '必須在現在以後。'],
    ['alreadyLead', '已是主責社工，請選其他人。'],
    ['alreadyOnCase', '已在本案，請選其他人。'],
    ['sameBand', '與目前的風險等級相同。'],
    ['notRunning', '這項時限目前沒有在計算。'],
    ['isSubject', '請從選項中選擇。'],
  ])('%s', (reason, words) => {
    expect(faultWord(reason)).toBe(words);
  });

  test('a reason that has no words of its own still points at the field', () => {
    expect(faultWord('somethingNew:7')).toBe(m.problem_field());
  });
});
