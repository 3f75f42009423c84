// What a clock rests on, in the language of the screen.
import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => vi.resetModules());
const inLanguage = async (chosen: 'en' | 'zh-TW') => {
  vi.doMock('./locale.ts', () => ({ language: () => chosen }));
  return (await import('./basis.ts')).basisWord;
};

test('in Chinese it stays as the packs cite it, ordinances by name; in English laws have their official names and keep their articles', async () => {
  const tell = await inLanguage('zh-TW');
  expect(tell('兒少權法54')).toBe('兒少權法54');
  expect(tell('D0050181-5-I, II'), 'nobody says an ordinance by its number').toBe('脆弱家庭兒少通報協助辦法5-I, II');
  expect(tell('兒少權法53-III; D0050009-5')).toBe('兒少權法53-III；兒少保護通報處理及調查辦法5');
  vi.resetModules();
  const say = await inLanguage('en');
  expect(say('兒少權法54')).toBe('Protection of Children and Youths Welfare and Rights Act 54');
  expect(say('家暴法48, 50')).toBe('Domestic Violence Prevention Act 48, 50');
  expect(say('兒少權法56; D0050009-5')).toBe(
    'Protection of Children and Youths Welfare and Rights Act 56; Regulations on reports and investigation of child protection 5',
  );
  expect(say('精神衛生法 27、28')).toBe('Mental Health Act 27、28');
  expect(say('本系統設計')).toBe('design of this system');
  expect(say('某縣的新規定')).toBe('某縣的新規定');
});
