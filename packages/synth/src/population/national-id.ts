// Which identity numbers do demo people carry? Valid check digits, from a range chosen so that no living person holds one:
// letter Y (the 陽明山管理局, dissolved in 1974) with a serial that begins with 9; that office never issued so many numbers.
// It is our own choice, not an official test range. Residence numbers use the same letter with 8 or 9 as second digit.

/** Letter Y stands for 31: 3 × 1 + 1 × 9. */
const LETTER_SUM = 3 + 9;
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 1] as const;

/**
 * The demo number with this serial.
 * @param sex decides the second character: 1/2 for nationals, 8/9 for foreign residents
 * @param serial 0 … 999,999
 */
export const demoNationalId = (sex: 'male' | 'female', serial: number, foreign = false): string => {
  if (!Number.isInteger(serial) || serial < 0 || serial > 999_999) throw new RangeError(`serial ${serial} is outside the demo range`);
  const lead = foreign ? (sex === 'male' ? '8' : '9') : sex === 'male' ? '1' : '2';
  const digits = `${lead}9${String(serial).padStart(6, '0')}`;
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(digits[i]), LETTER_SUM);
  return `Y${digits}${(10 - (sum % 10)) % 10}`;
};
