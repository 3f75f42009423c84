// Zhuyin and Pinyin write the same syllables: every syllable has its own spelling and is read back; known ones are spelled as the dictionary of the Ministry of Education does.
import { allSyllables } from '@anwang/linkage/shelf';
import { describe, expect, it } from 'vitest';
import { initialsOf, readZhuyin, zhuyinOf } from './zhuyin.ts';

describe('zhuyin', () => {
  it.each(
    Object.entries({
      ...{
        chen: 'ㄔㄣ',
        wu: 'ㄨ',
        wang: 'ㄨㄤ',
        huang: 'ㄏㄨㄤ',
        zhang: 'ㄓㄤ',
        li: 'ㄌㄧ',
        lv: 'ㄌㄩ',
        xu: 'ㄒㄩ',
        xue: 'ㄒㄩㄝ',
        yu: 'ㄩ',
        yong: 'ㄩㄥ',
      },
      ...{
        zhi: 'ㄓ',
        si: 'ㄙ',
        ri: 'ㄖ',
        er: 'ㄦ',
        an: 'ㄢ',
        ou: 'ㄡ',
        you: 'ㄧㄡ',
        ye: 'ㄧㄝ',
        yao: 'ㄧㄠ',
        yan: 'ㄧㄢ',
        qiu: 'ㄑㄧㄡ',
        xiong: 'ㄒㄩㄥ',
      },
      ...{
        gui: 'ㄍㄨㄟ',
        wei: 'ㄨㄟ',
        chun: 'ㄔㄨㄣ',
        wen: 'ㄨㄣ',
        jun: 'ㄐㄩㄣ',
        yun: 'ㄩㄣ',
        quan: 'ㄑㄩㄢ',
        yuan: 'ㄩㄢ',
        zhuan: 'ㄓㄨㄢ',
        dong: 'ㄉㄨㄥ',
        weng: 'ㄨㄥ',
      },
      ...{
        shi: 'ㄕ',
        shu: 'ㄕㄨ',
        hua: 'ㄏㄨㄚ',
        guo: 'ㄍㄨㄛ',
        bo: 'ㄅㄛ',
        feng: 'ㄈㄥ',
        jia: 'ㄐㄧㄚ',
        yi: 'ㄧ',
        yin: 'ㄧㄣ',
        ying: 'ㄧㄥ',
        lve: 'ㄌㄩㄝ',
        ng: '',
      },
    }),
  )('%s is %s', (pinyin, zhuyin) => {
    expect(zhuyinOf(pinyin)).toBe(zhuyin);
  });

  it('spells every syllable in its own way, and reads each back', () => {
    const none = ['m', 'ng', 'n'];
    const known = allSyllables().filter((each) => !none.includes(each));
    expect(known.filter((each) => zhuyinOf(each) === '')).toEqual([]);
    const spelled = known.map(zhuyinOf);
    expect(spelled.filter((each, at) => spelled.indexOf(each) !== at)).toEqual([]);
    expect(known.filter((each) => readZhuyin(`${zhuyinOf(each)}ˊㄔㄣˊ`)?.pinyin !== `${each}chen`)).toEqual([]);
  });

  it('takes the first symbols', () => {
    expect(initialsOf(['chen', 'yi', 'jun'])).toBe('ㄔㄧㄐ');
    expect(initialsOf(['chen', 'ng'])).toBeNull();
  });

  it.each([
    ['ㄔㄧㄐ', 'ㄔㄧㄐ', null],
    ['ㄔ ㄧ ㄐ', 'ㄔㄧㄐ', null],
    ['ㄔㄣˊㄧˊㄐㄩㄣ', null, 'chenyijun'],
    ['ㄔㄣ ㄧ ㄐㄩㄣ', 'ㄔㄣㄧㄐㄩㄣ', 'chenyijun'],
    ['ㄨㄢ', 'ㄨㄢ', null],
    ['ㄓㄕ', 'ㄓㄕ', 'zhishi'],
    ['ㄔ', null, null],
    ['˙', null, null],
  ])('%s', (typed, initials, pinyin) => {
    expect(readZhuyin(typed)).toEqual({ initials, pinyin });
  });

  it('leaves other texts alone', () => {
    for (const text of ['', '陳ㄧ', 'chen', '0912']) expect(readZhuyin(text)).toBeNull();
  });
});
