// One canonical character for all written forms of it: regional and Japanese forms to the standard traditional one, that to the simplified one,
// which is the coarsest common form (a function, whereas simplified → traditional is not). Source: OpenCC's tables in opencc-js (MIT and Apache-2.0).
/// <reference path="./opencc-dictionaries.d.ts" />
import hkRev from 'opencc-js/dict/HKVariantsRev';
import jpRev from 'opencc-js/dict/JPShinjitaiCharacters';
import simplified from 'opencc-js/dict/TSCharacters';
import twRev from 'opencc-js/dict/TWVariantsRev';
import { pinyin } from 'pinyin-pro';
import { allIdeographs, FREQUENT } from './characters.ts';

// Forms met in Taiwanese registers that OpenCC does not list: printed (right) and older or Korean-standard forms (left).
const FURTHER =
  '峯峰裏裡羣群啓啟恒恆温溫衞衛彦彥強强産產爲為衆眾綫線姸妍静靜净淨争爭靑青淸清敎教户戶吴吳吕呂説說悦悅鋭銳脱脫黄黃横橫眞真愼慎鎭鎮卽即旣既鄕鄉郞郎' +
  '禄祿緑綠録錄虚虛别別吿告珎珍艶艷豔艷祕秘韵韻烟煙碁棋棊棋畧略鵞鵝瓌瑰寳寶寶宝壻婿鷄雞鴈雁嶋島嶌島槗橋髙高﨑崎邉邊邨村堦階坿附犂犁栢柏冨富勅敕畊耕桒桑栁柳' +
  '徳德恵惠敍敘叙敘晋晉皐皋皞皓晧皓穪稱竪豎翆翠葢蓋蘓蘇蹟跡迹跡逈迥鈎鉤鑑鑒鍳鑒雰氛龝秋穐秋瑠琉璢琉琹琴嫺嫻嬭奶氷冰决決况況凉涼减減冲沖准準凃涂𠮷吉';

const readings = (char: string): string[] => pinyin(char, { multiple: true, toneType: 'num', type: 'array' });
const soundAlike = (a: string, b: string): boolean => {
  const other = new Set(readings(b));
  return readings(a).some((reading) => other.has(reading));
};

const rows = (source: string): [string, string][] =>
  source
    .split('|')
    .map((row) => row.split(' '))
    .filter((row) => row.length >= 2 && [...row[0]!].length === 1 && [...row[1]!].length === 1)
    .map((row) => [row[0]!, row[1]!]);

/** `char canonical` pairs, two code points each; characters that are their own canonical form are left out. */
export const buildVariants = (): string => {
  const standard = new Map<string, string>();
  // A Japanese form such as 芸 for 藝 or 予 for 豫 is another word in Taiwan: forms that are frequent there, or sound otherwise, are not taken.
  const own = new Set(FREQUENT);
  const japanese = rows(jpRev).filter(([from]) => !own.has(from));
  for (const [from, to] of [...japanese, ...rows(hkRev), ...rows(twRev)]) if (from !== to && soundAlike(from, to)) standard.set(from, to);
  const points = [...FURTHER];
  for (let i = 0; i + 1 < points.length; i += 2) standard.set(points[i]!, points[i + 1]!);
  const toSimplified = new Map(rows(simplified));
  const step = (char: string): string => standard.get(char) ?? toSimplified.get(char) ?? char;
  const canonical = (char: string): string => {
    const seen = new Set<string>();
    let current = char;
    while (!seen.has(current)) {
      seen.add(current);
      current = step(current);
    }
    // A ring (two tables that disagree about the direction) ends at its smallest member.
    return [...ringOf(current, step)].sort()[0]!;
  };
  return allIdeographs()
    .map((char) => [char, canonical(char)] as const)
    .filter(([char, to]) => char !== to)
    .map(([char, to]) => char + to)
    .join('');
};

/** The canonical form of a character by the pairs of `buildVariants`. */
export const canonicalBy = (variants: string): ((char: string) => string) => {
  const points = [...variants];
  const forms = new Map<string, string>();
  for (let i = 0; i + 1 < points.length; i += 2) forms.set(points[i]!, points[i + 1]!);
  return (char) => forms.get(char) ?? char;
};

const ringOf = (start: string, step: (char: string) => string): Set<string> => {
  const ring = new Set<string>();
  for (let current = start; !ring.has(current); current = step(current)) ring.add(current);
  return ring;
};
