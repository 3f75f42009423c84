// Is this a national identity number, and what does it say? One letter, nine digits, the last a check digit (戶籍法 51 and the ministry's numbering).
// Letter = place of first registration, second character 1 male, 2 female. The number alone says nothing about where somebody lives now.

import type { Brand } from '../lang/brand.ts';
import type { Problem } from '../lang/problem.ts';
import { fail, ok, type Result } from '../lang/result.ts';
import { foldText } from './fold-text.ts';

/** A national identity number with a right check digit. */
export type NationalId = Brand<string, 'NationalId'>;

/** Values of the letters in the check sum, A = 10 … in the ministry's order (I = 34, O = 35, W = 32, Z = 33). */
const letterValues = 'ABCDEFGHJKLMNPQRSTUVXYWZIO';

/** The check sum of ten characters, the first of which is a letter; a number is right when it is a multiple of ten. */
export function idCheckSum(letter: string, digits: string): number {
  const value = letterValues.indexOf(letter) + 10;
  const weights = [8, 7, 6, 5, 4, 3, 2, 1, 1];
  return Math.floor(value / 10) + (value % 10) * 9 + weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0);
}

/** An identifier as written, without blanks and hyphens, in capitals. */
export function foldId(raw: string): string {
  return foldText(raw).replace(/[\s-]/g, '').toUpperCase();
}

/** Reads a national identity number. A wrong check digit is a problem of its own: it is most often a typing error. */
export function parseNationalId(raw: string): Result<NationalId, Problem> {
  const text = foldId(raw);
  if (!/^[A-Z][12]\d{8}$/.test(text)) return fail({ code: 'idNumberMalformed', kind: 'national' });
  if (idCheckSum(text.slice(0, 1), text.slice(1)) % 10 !== 0) return fail({ code: 'idNumberCheckDigit', kind: 'national' });
  return ok(text as NationalId);
}

/** Sex as the number states it. */
export function sexOfNationalId(id: NationalId): 'male' | 'female' {
  return id[1] === '1' ? 'male' : 'female';
}

/** `A12*****89`: enough to recognise, not enough to use. */
export function maskId(id: string): string {
  return `${id.slice(0, 3)}${'*'.repeat(Math.max(0, id.length - 5))}${id.slice(-2)}`;
}
