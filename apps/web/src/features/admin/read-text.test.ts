// Files as spreadsheets write them, and names that they could not write.
import { expect, test } from 'vitest';
import { readText, unreadLines } from './read-text.ts';

const bytes = (...all: number[]) => new Uint8Array(all).buffer;

test('UTF-8, UTF-16 and Big5 are read', () => {
  expect(readText(new TextEncoder().encode('\ufeff陳𠮷明').buffer)).toBe('陳𠮷明');
  expect(readText(bytes(0xff, 0xfe, 0x4b, 0x67))).toBe('杋');
  expect(readText(bytes(0xfe, 0xff, 0x67, 0x4b))).toBe('杋');
  expect(readText(bytes(0xb3, 0xaf, 0x41, 0xa4, 0x40))).toBe('陳A一');
});

test('a character that an office drew itself is not read as another one, and its line is named', () => {
  const read = readText(bytes(0xb3, 0xaf, 0xfa, 0x40, 0x0a, 0xb3, 0xaf, 0xa4, 0x40));
  expect(read).toBe('陳□\n陳一');
  expect(unreadLines(read)).toEqual([1]);
});

test('what a spreadsheet could not write is a question mark in a name', () => {
  expect(unreadLines('kh.a,王?明\nkh.b,王明\nkh.c,?明\nkh.d,Why?')).toEqual([1, 3]);
});
