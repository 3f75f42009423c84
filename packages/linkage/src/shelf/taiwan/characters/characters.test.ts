import { describe, expect, it } from 'vitest';
import {
  canonicalOf,
  canonicalText,
  likeSound,
  looksAlike,
  readingOf,
  SOUNDS,
  soundOf,
  spellingOf,
  surnameReadingOf,
  surnameSoundOf,
  syllableOf,
} from './index.ts';

const point = (char: string): number => char.codePointAt(0)!;
const spelling = (reading: number): string => spellingOf(syllableOf(reading)) + (reading & 7);

describe('characters', () => {
  it.each([
    ['陳', 'chen2'],
    ['𠮷', '0'],
    ['女', 'nv3'],
    ['A', '0'],
  ])('%s is read %s', (char, reading) => expect(spelling(readingOf(point(char)))).toBe(reading));

  it.each([
    ['葉', 'ye4'],
    ['曾', 'zeng1'],
    ['單', 'shan4'],
    ['解', 'xie4'],
    ['仇', 'qiu2'],
    ['區', 'ou1'],
    ['陳', 'chen2'],
  ])('%s as a surname is read %s', (char, reading) => expect(spelling(surnameReadingOf(point(char)))).toBe(reading));

  it.each(['黃黄', '臺台', '峰峯', '陳陈', '真眞', '衛衞', '葉叶', '溫温', '啟啓', '𠮷吉', '鍾钟', '劉刘'])(
    '%s are one character',
    (pair) => {
      const [a, b] = [...pair];
      expect(canonicalOf(point(a!))).toBe(canonicalOf(point(b!)));
    },
  );

  it.each(['芸藝', '予豫', '陳林', '未末', '己已'])('%s are two characters', (pair) => {
    const [a, b] = [...pair];
    expect(canonicalOf(point(a!))).not.toBe(canonicalOf(point(b!)));
  });

  it.each(['未末', '己已', '王玉', '陳陣', '傅傳', '大太', '宜宣', '楊揚'])('%s look alike', (pair) => {
    const [a, b] = [...canonicalText(pair)].map(point);
    expect(looksAlike(a!, b!)).toBe(true);
    expect(looksAlike(b!, a!)).toBe(true);
  });

  it.each(['陳林', '大明', '王陳'])('%s do not look alike', (pair) => {
    const [a, b] = [...canonicalText(pair)].map(point);
    expect(looksAlike(a!, b!)).toBe(false);
  });

  it.each([
    ['怡', '宜', SOUNDS.same],
    ['怡', '以', SOUNDS.toneless],
    ['志', '自', SOUNDS.near],
    ['欣', '興', SOUNDS.near],
    ['風', '轟', SOUNDS.near],
    ['大', '明', SOUNDS.other],
    ['𠮷', '大', SOUNDS.other],
  ])('%s and %s sound alike to degree %d', (a, b, degree) => {
    expect(likeSound(soundOf(point(a)), soundOf(point(b)))).toBe(degree);
    expect(likeSound(soundOf(point(b)), soundOf(point(a)))).toBe(degree);
  });

  it('hear a surname in either of its readings', () => {
    expect(likeSound(surnameSoundOf(point('曾')), surnameSoundOf(point('增')))).toBe(SOUNDS.same);
    expect(likeSound(surnameSoundOf(point('曾')), surnameSoundOf(point('層')))).toBe(SOUNDS.same);
  });
});
