// What is a case called? By its title; where nobody's name is known, that is said, and the number tells it from the others.
import { m } from '../paraglide/messages.js';

type Named = { readonly title: string | null; readonly number: string };

/** 陳怡君家庭, 姓名不詳 VF-115-11-0054 */
export const caseName = ({ title, number }: Named): string => title ?? `${m.unnamed()} ${number}`;

/** As caseName, where there is room for a few characters only; letters are half as wide. A character of two code units is not cut in two. */
export function shortCaseName({ title, number }: Named, room: number): string {
  // The end of a number tells cases of one year apart.
  if (title === null) return number.split('-').slice(-2).join('-');
  let used = 0;
  const kept = [...title].filter((char) => {
    used += /[\p{Script=Latin}\p{M}\s.'-]/u.test(char) ? 0.55 : 1;
    return used <= room;
  });
  return kept.join('').trim();
}

/** In order of the name; whoever has none comes last. */
export const byCaseName = (a: Named, b: Named): number =>
  Number(a.title === null) - Number(b.title === null) || caseName(a).localeCompare(caseName(b), 'zh-Hant');
