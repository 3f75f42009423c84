// Is the check digit of a national or resident identity number right? Ministry of the Interior: letter as two digits with weights 1 and 9,
// then 8 … 1, and the check digit itself. The second letter of old resident numbers counts with the last digit of its value.

const LETTERS: Record<string, number> = {
  A: 10,
  B: 11,
  C: 12,
  D: 13,
  E: 14,
  F: 15,
  G: 16,
  H: 17,
  I: 34,
  J: 18,
  K: 19,
  L: 20,
  M: 21,
  N: 22,
  O: 35,
  P: 23,
  Q: 24,
  R: 25,
  S: 26,
  T: 27,
  U: 28,
  V: 29,
  W: 32,
  X: 30,
  Y: 31,
  Z: 33,
};

/** Two digits of every letter from A on. */
const VALUES = Int32Array.from({ length: 26 }, (_, i) => LETTERS[String.fromCharCode(0x41 + i)]!);
const [A, Z, ZERO] = [0x41, 0x5a, 0x30] as const;
const units = new Uint16Array(10);

/** The weighted sum of ten code units, a letter first, then a digit or a letter, then digits; right numbers give a multiple of ten. */
export const checkSum = (id: Uint16Array): number => {
  const letter = VALUES[id[0]! - A]!;
  let sum = Math.floor(letter / 10) + (letter % 10) * 9;
  for (let i = 1; i < 10; i++) {
    const unit = id[i]!;
    const digit = i === 1 && unit >= A && unit <= Z ? VALUES[unit - A]! % 10 : unit - ZERO;
    sum += digit * (i === 9 ? 1 : 9 - i);
  }
  return sum;
};

/** For ten characters, a letter first, then a digit or a letter, then digits. */
export const hasRightCheckDigit = (id: string): boolean => {
  if (!/^[A-Z][A-Z\d]\d{8}$/.test(id)) return false;
  for (let i = 0; i < 10; i++) units[i] = id.charCodeAt(i);
  return checkSum(units) % 10 === 0;
};
