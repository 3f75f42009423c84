// Is this a resident's number (統一證號)? Since 2021 a letter, 8 (male) or 9 (female), eight digits; before, two letters and eight digits.
// The old second letter counts by the last digit of its value. Both forms are still met; neither is changed into the other.

import type { Brand } from '../lang/brand.ts';
import type { Problem } from '../lang/problem.ts';
import { fail, ok, type Result } from '../lang/result.ts';
import { foldId, idCheckSum } from './national-id.ts';

/** A resident's number of either form with a right check digit. */
export type ResidenceId = Brand<string, 'ResidenceId'>;

/** Values of the letters' last digits, for the second letter of the old form: A = 0 … as in the national numbering. */
const letterOrder = 'ABCDEFGHJKLMNPQRSTUVXYWZIO';

/** Reads a resident's number and says which form it has. */
export function parseResidenceId(raw: string): Result<{ id: ResidenceId; form: '2021' | 'old'; sex: 'male' | 'female' }, Problem> {
  const text = foldId(raw);
  const current = /^[A-Z]([89])\d{8}$/.exec(text);
  const old = /^[A-Z]([A-D])\d{8}$/.exec(text);
  if (current === null && old === null) return fail({ code: 'idNumberMalformed', kind: 'resident' });
  const second = current === null ? String(letterOrder.indexOf(text.slice(1, 2)) % 10) : text.slice(1, 2);
  if (idCheckSum(text.slice(0, 1), second + text.slice(2)) % 10 !== 0) return fail({ code: 'idNumberCheckDigit', kind: 'resident' });
  const male = current === null ? old?.[1] === 'A' || old?.[1] === 'C' : current[1] === '8';
  return ok({ id: text as ResidenceId, form: current === null ? 'old' : '2021', sex: male ? 'male' : 'female' });
}
