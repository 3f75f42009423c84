// Takes the parts of an address off the beginning of a text, by position and without copying it: addresses are the longest and most distinct values of a file.
import { NUMERALS, parseNumeral } from '../numerals.ts';

const NUMERAL_POINTS = new Set([...NUMERALS].map((char) => char.charCodeAt(0)));
const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
const isNumeral = (unit: number): boolean => isDigit(unit) || NUMERAL_POINTS.has(unit);

export class AddressReader {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  get rest(): string {
    return this.text.slice(this.at);
  }

  get ended(): boolean {
    return this.at >= this.text.length;
  }

  /** Takes the next characters if they are `word`. */
  word(word: string): boolean {
    if (!this.text.startsWith(word, this.at)) return false;
    this.at += word.length;
    return true;
  }

  /** Takes what a sticky pattern finds here. */
  take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at = pattern.lastIndex;
    return found;
  }

  /** Takes a number followed by its unit (151巷, 一段); undefined and nothing taken if that is not next. */
  numbered(unit: string): number | undefined {
    const start = this.at;
    const value = this.number();
    if (value !== undefined && this.word(unit)) return value;
    this.at = start;
    return undefined;
  }

  /** Takes a number in arabic or Chinese digits. */
  number(): number | undefined {
    const { text } = this;
    const start = this.at;
    let end = start;
    const arabic = isDigit(text.charCodeAt(end));
    while (end < text.length && (arabic ? isDigit(text.charCodeAt(end)) : isNumeral(text.charCodeAt(end)))) end++;
    if (end === start) return undefined;
    const value = parseNumeral(text.slice(start, end));
    if (value === null) return undefined;
    this.at = end;
    return value;
  }

  /** Takes everything up to and including the first road ending before any arabic digit; 路口 and 街口 end no road. */
  road(): string | undefined {
    const { text } = this;
    for (let i = this.at; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (isDigit(unit)) return undefined;
      const road = unit === ROAD || unit === STREET;
      if (!(road || (unit === BOULEVARD && text.charCodeAt(i - 1) === BIG)) || i === this.at || text.charCodeAt(i + 1) === MOUTH) continue;
      const taken = text.slice(this.at, i + 1);
      this.at = i + 1;
      return taken;
    }
    return undefined;
  }
}

const [ROAD, STREET, BIG, BOULEVARD, MOUTH] = [...'路街大道口'].map((char) => char.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
  number,
];
