// How does a name stand under its symbol? In one line where it fits between two neighbours, in two where it has words, and cut only where even that is too long.

/** Room between two neighbours, in the width of a Latin letter; a Han character takes two. */
const room = 10;

const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/[\u2e80-\uffff]|[\u{20000}-\u{3ffff}]/u.test(sign) ? 2 : 1), 0);

function cut(text: string): string {
  if (widthOf(text) <= room) return text;
  let kept = '';
  for (const sign of text) {
    if (widthOf(kept + sign) > room - 1) break;
    kept += sign;
  }
  return `${kept.trimEnd()}…`;
}

/** Han characters without a word's end among them. */
const broken = (signs: readonly string[]): string[] => [signs.slice(0, room / 2).join(''), cut(signs.slice(room / 2).join(''))];

/** One line or two; the whole name belongs into the title of the text. */
export function nameLines(name: string): string[] {
  const whole = name.trim();
  // Words end at a space, after a dot (an indigenous name in Han characters is written with dots), and before what stands in brackets (小明（綽號阿弟）).
  const words = whole.split(/\s+|(?<=[·‧・．•])|(?=[（(])/).filter((word) => word !== '');
  if (widthOf(whole) <= room) return [whole];
  if (words.length === 1) return /^\p{Script=Han}+$/u.test(whole) ? broken([...whole]) : [cut(whole)];
  const [first = ''] = words;
  return [cut(first), cut(whole.slice(first.length).trimStart())];
}
