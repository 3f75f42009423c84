// What does a national or resident identifier look like?
// 國民身分證統一編號 (letter, sex digit, eight digits, the last a check digit) and 新式外來人口統一證號 (second digit 8 or 9), by the Ministry of the Interior's rule.

import type { Chance } from './chance.ts';

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVXYWZIO';
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 1];

/** The check digit of a letter and its eight following digits. */
export const checkDigit = (head: string): number => {
  const code = LETTERS.indexOf(head[0]!) + 10;
  let sum = Math.floor(code / 10) + 9 * (code % 10);
  for (let i = 0; i < 8; i++) sum += WEIGHTS[i]! * Number(head[i + 1]);
  return (10 - (sum % 10)) % 10;
};

const complete = (head: string): string => head + checkDigit(head);

/** The n-th identifier of its kind: a fixed stride through all letters and serial numbers, so that no two persons share one. */
export const identifierOf = (n: number, sex: 'M' | 'F', resident: boolean, offset: number): string => {
  const space = 26 * 10_000_000;
  const slot = Number((BigInt(n) * 147_483_629n + BigInt(offset)) % BigInt(space));
  const letter = LETTERS[Math.floor(slot / 10_000_000)]!;
  const kind = resident ? (sex === 'M' ? '8' : '9') : sex === 'M' ? '1' : '2';
  return complete(letter + kind + String(slot % 10_000_000).padStart(7, '0'));
};

/** Numbers that forms and trainings use in place of a real one. */
export const SAMPLES: readonly string[] = ['A123456789', 'A100000001', 'A223456781', 'Z000000000', 'A000000000', 'X999999999'];

/** An identifier as a slip of the hand leaves it: one digit wrong, or two neighbours swapped. */
export const slipIdentifier = (identifier: string, dice: Chance): string => {
  const digits = [...identifier];
  const at = 2 + dice.below(7);
  if (dice.hit(0.3)) {
    const swap = digits[at]!;
    digits[at] = digits[at + 1]!;
    digits[at + 1] = swap;
  } else {
    digits[at] = String((Number(digits[at]) + 1 + dice.below(9)) % 10);
  }
  return digits.join('');
};
