// Which character does a listener write instead? Pairs of given-name characters that sound alike, for the names that reports get wrong.
// Written by hand for the generator alone; the comparisons of the linkage library have tables of their own.

const PAIRS =
  '怡宜 惠慧 佳家 欣心 玲鈴 君均 婷庭 華樺 志智 俊峻 建健 宏弘 偉緯 明銘 文紋 宇羽 軒宣 廷庭 翔祥 涵含 瑄萱 承丞 睿瑞 彥諺 家嘉 珍真 貞珍 麗莉 蓉容 瑜榆 琪琦 琴勤 英瑛 雲芸 雅亞 佩珮 佑祐 昱煜 品姘 筱曉 郁鈺 芳方 淑書 美鎂 國幗 信欣 義毅 峰豐 仁人 勳薰 恩蒽 晴擎 思斯 采彩 婉琬 秀繡 昌菖 賢嫻';

const OTHER: ReadonlyMap<string, string> = new Map(
  PAIRS.split(' ').flatMap((pair) => {
    const [a = '', b = ''] = [...pair];
    return [
      [a, b],
      [b, a],
    ] as const;
  }),
);

/** The name with one given character heard wrongly, or null when none of its characters has a pair. */
export const misheard = (name: string): string | null => {
  const characters = [...name];
  const at = characters.findLastIndex((c, i) => i > 0 && OTHER.has(c));
  return at < 0 ? null : characters.with(at, OTHER.get(characters[at] ?? '') ?? '').join('');
};
