import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNames } from './compare.ts';
import { compareHan } from './compare-han.ts';
import { NAME_LEVELS } from './levels.ts';
import { prepareName, WIDTH } from './prepare.ts';

const levelOf = (a: string, b: string): string => NAME_LEVELS[compareNames(prepareName(a)!, prepareName(b)!)]!.id;

describe('two names', () => {
  it.each([
    ['陳大明', '陳大明', 'same'],
    ['陳大明', ' 陳 大明 先生', 'same'],
    ['黃秀峰', '黄秀峯', 'variant'],
    ['陳臺生', '陳台生', 'variant'],
    ['陈丽华', '陳麗華', 'variant'],
    ['王𠮷祥', '王吉祥', 'variant'],
    ['陳怡君', '陳宜君', 'homophone-tone'],
    ['陳怡君', '陳宜均', 'homophone-tone'],
    ['葉志明', '葉智明', 'homophone-tone'],
    ['林志明', '林智鳴', 'homophone-tone'],
    ['陳怡君', '陳以君', 'homophone'],
    ['林家琪', '林佳期', 'homophone'],
    ['陳欣怡', '陳馨儀', 'homophone-tone'],
    ['陳佳欣', '陳佳興', 'near-homophone'],
    ['程大明', '陳大明', 'near-homophone'],
    ['陳未央', '陳末央', 'look-alike'],
    ['陳大偉', '陳太偉', 'look-alike'],
    ['陳大明', '陳小明', 'one-differs'],
    ['陳美玲', '陳玲美', 'swapped'],
    ['陳大明', '大明陳', 'swapped'],
    ['林怡', '林怡君', 'dropped'],
    ['陳林美玉', '林美玉', 'prefix'],
    ['陳歐陽美玉', '歐陽美玉', 'prefix'],
    ['陳○明', '陳大明', 'masked'],
    ['陳*明', '陳O明', 'masked'],
    ['陳○明', '陳○銘', 'masked'],
    ['陳○○', '陳大明', 'masked'],
    ['陳先生', '陳大明', 'masked'],
    ['陳\ue123明', '陳𠮷明', 'masked'], // a private-use character for a rare one
    ['陳\ufffd明', '陳𠮷明', 'masked'],
    ['陳○', '陳明', 'masked'],
    ['陳○', '陳大明', 'surname'],
    ['林王○雪', '王○雪', 'prefix'],
    ['甘徐銀英', '徐○英', 'prefix'],
    ['陳蔡碧', '蔡碧', 'prefix'],
    ['○大明', '陳大明', 'masked'],
    ['陳○明', '陳大華', 'surname'],
    ['陳○明', '林大明', 'different'],
    ['歐陽○玲', '歐陽美玲', 'masked'],
    ['CHEN, DA-MING', '陳大明', 'romanised'],
    ['Da-Ming Chen', '陳大明', 'romanised'],
    ['Daming Chen', '陳大明', 'romanised'],
    ["Ch'en Ta-ming", '陳大明', 'romanised'],
    ['TSENG KUO-CHENG', '曾國城', 'romanised'],
    ['YEH SHU HUA', '葉淑華', 'romanised'],
    ['JHANG, SYUE-YOU', '張學友', 'romanised'],
    ['SHAN, LI-WEN', '單立文', 'romanised'],
    ['Hsiao-Ming Chen', '陳大明', 'one-differs'],
    ['CHEN DA', '陳大明', 'dropped'],
    ['Huang Yi Leh', '黃怡樂', 'romanised'],
    ['陣昌建', '陳昌健', 'one-differs'],
    ['李怡孟', '李孟憶', 'one-differs'],
    ['MING-DA CHEN', '陳大明', 'surname'],
    ['CHEN, DA-MING', '陳○明', 'masked'],
    ['CHEN, DA-HUA', '陳○明', 'one-differs'],
    ['WANG HSIAO-MEI', '陳大明', 'different'],
    ['陳智國', '陳○郭', 'one-differs'],
    ['陣○明', '陳大明', 'one-differs'],
    ['黃○廣', '黃大遠', 'surname'],
    ['傅美玲', '傳美玲', 'look-alike'],
    ['巫雲寶', '吳雲', 'dropped'],
    ['Chen Da Ming', 'Daming Chen', 'homophone-tone'],
    ['Hsu Chia-Wei', 'XU JIAWEI', 'homophone-tone'],
    ['SITI SETIAWAN', 'Setiawan, Siti', 'swapped'],
    ['NGUYEN THI HOA', 'Nguyễn Thị Hòa', 'same'],
    ['NGUYEN THI HOA', 'NGUYEN THI HAO', 'look-alike'],
    ['NGUYEN THI HOA', 'NGUYEN HOA', 'dropped'],
    ['瓦歷斯·諾幹', '瓦歷斯．諾幹', 'same'],
    ['瓦歷斯·諾幹', '瓦歷斯諾幹', 'variant'],
    ['谷辣斯·尤達卡·馬耀', '谷辣斯尤達卡馬耀', 'variant'],
    ['瓦歷斯·諾幹', '諾幹', 'dropped'],
    ['瓦歷斯·諾幹', '瓦力斯·諾幹', 'homophone-tone'],
    ['瓦歷斯·諾幹', '夏曼·諾幹', 'surname'],
    ['林大明', '陳大明', 'given'],
    ['陳大明', '陳志華', 'surname'],
    ['林怡', '林君', 'surname'],
    ['歐陽修', '歐大明', 'different'],
    ['陳大明', '王小美', 'different'],
  ])('%s %s: %s', (a, b, expected) => {
    expect(levelOf(a, b)).toBe(expected);
    expect(levelOf(b, a)).toBe(expected);
  });

  const name = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'陳林黃黄大太明鳴銘美玉歐陽○怡宜君均𠮷吉'), minLength: 1, maxLength: 5 }),
    fc.constantFrom('Chen Da-Ming', 'DAMING CHEN', '瓦歷斯·諾幹', '陳先生', 'Nguyen Hoa', '\ud800陳', '陳\u200b明'),
  );
  const prepared = name.map((raw) => prepareName(raw)).filter((value) => value !== null);

  it('are compared alike in both directions, and rows at any offset', () => {
    fc.assert(
      fc.property(prepared, prepared, (a, b) => {
        const level = compareNames(a, b);
        expect(level).toBeGreaterThan(0);
        expect(level).toBeLessThan(NAME_LEVELS.length);
        expect(compareNames(b, a)).toBe(level);
        if (a.kind === 'han' && b.kind === 'han') {
          const table = new Int32Array(WIDTH * 3);
          table.set(a.row, WIDTH);
          table.set(b.row, 2 * WIDTH);
          expect(compareHan(table, WIDTH, table, 2 * WIDTH)).toBe(level);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('agree with themselves', () => {
    fc.assert(
      fc.property(prepared, (a) => {
        expect(['same', 'masked']).toContain(NAME_LEVELS[compareNames(a, a)]!.id);
      }),
    );
  });
});
