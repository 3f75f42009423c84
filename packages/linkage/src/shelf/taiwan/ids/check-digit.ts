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

/** For ten characters, a letter first, then a digit or a letter, then digits. */
export const hasRightCheckDigit = (id: string): boolean => {
  const letter = LETTERS[id.charAt(0)];
  if (letter === undefined || id.length !== 10) return false;
  let sum = Math.floor(letter / 10) + (letter % 10) * 9;
  for (let i = 1; i < 10; i++) {
    const digit = i === 1 && id.charAt(1) in LETTERS ? LETTERS[id.charAt(1)]! % 10 : Number(id.charAt(i));
    sum += digit * (i === 9 ? 1 : 9 - i);
  }
  return sum % 10 === 0;
};
