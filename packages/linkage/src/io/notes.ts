// What a reader noticed that the person should know, though it could go on: encodings, ragged lines, columns that one file lacks.

import type { Words } from '../roles/index.ts';
import type { DecodeNotes } from './decode.ts';

export interface Note {
  readonly code: 'big5' | 'mixed-encodings' | 'broken-bytes' | 'ragged-lines' | 'missing-column' | 'renamed-column';
  readonly file: string;
  readonly words: Words;
}

const big5Note = (file: string): Note => ({
  code: 'big5',
  file,
  words: { zh: `${file} 以 Big5 讀取。`, en: `${file} was read as Big5.` },
});

const mixedNote = (file: string, utf8: number, big5: number): Note => ({
  code: 'mixed-encodings',
  file,
  words: {
    zh: `${file} 混用兩種編碼：${utf8} 列 UTF-8、${big5} 列 Big5，已逐列判讀，請抽看幾列。`,
    en: `${file} mixes encodings: ${utf8} lines UTF-8, ${big5} lines Big5. Each line was decided on its own; look at a few of them.`,
  },
});

const brokenNote = (file: string, lines: number): Note => ({
  code: 'broken-bytes',
  file,
  words: {
    zh: `${file} 有 ${lines} 列含有讀不懂的位元組，以 \uFFFD 代替。`,
    en: `${lines} lines of ${file} hold bytes that are neither UTF-8 nor Big5; they were replaced by \uFFFD.`,
  },
});

/** What decoding found that a person should know. */
export const encodingNotes = (seen: DecodeNotes, file: string): Note[] => {
  const notes: Note[] = [];
  if (seen.big5Lines > 0) notes.push(seen.utf8Lines > 0 ? mixedNote(file, seen.utf8Lines, seen.big5Lines) : big5Note(file));
  if (seen.brokenLines > 0) notes.push(brokenNote(file, seen.brokenLines));
  return notes;
};

export const raggedNote = (file: string, lines: number, first: number): Note => ({
  code: 'ragged-lines',
  file,
  words: {
    zh: `${file} 有 ${lines} 列的欄數與標題不同（第一個在第 ${first} 列）：缺的當空白，多的略去。`,
    en: `${lines} records of ${file} have more or fewer fields than the header (the first in line ${first}): missing ones were left empty, further ones ignored.`,
  },
});

export const missingColumnNote = (file: string, column: string): Note => ({
  code: 'missing-column',
  file,
  words: { zh: `${file} 沒有欄位「${column}」，當空白處理。`, en: `${file} has no column “${column}”; it was taken as empty.` },
});

export const renamedColumnNote = (file: string, name: string): Note => ({
  code: 'renamed-column',
  file,
  words: {
    zh: `${file} 的標題有空白或重複的欄名，改稱「${name}」。`,
    en: `A column name of ${file} is empty or occurs twice; it is called “${name}” here.`,
  },
});
