// What text loses at the edge (nothing anyone can see) and what it keeps (rare characters).
import { describe, expect, it } from 'vitest';
import { cleanText, foldText, maybeText, text } from './text.ts';

describe('cleanText', () => {
  it('keeps rare Han characters and their variation selectors', () => {
    expect(cleanText('𠮷田\u{e0100}')).toBe('𠮷田\u{e0100}');
  });
  it('drops what is invisible, and what the database refuses', () => {
    expect(cleanText('陳\u200b○\u0000明\ufeff')).toBe('陳○明');
  });
  it('replaces lone surrogates', () => expect(cleanText('a\ud800b')).toBe('a\ufffdb'));
});

describe('foldText', () => {
  it('folds full-width digits and letters', () => expect(foldText('Ａ１２３４５６７８９')).toBe('A123456789'));
});

describe('text', () => {
  it('is not empty after cleaning', () => expect(text(5).safeParse('\u200b \u200b').success).toBe(false));
  it('reads only invisible characters as unknown', () => expect(maybeText(5).parse('\u200b')).toBeNull());
});
