// A coarse phonetic key of a name for blocking: American Soundex (Russell 1918, as the US National Archives describe it).

const CODES: Record<string, string> = Object.fromEntries(
  ['bfpv', 'cgjkqsxz', 'dt', 'l', 'mn', 'r'].flatMap((letters, i) => [...letters].map((letter) => [letter, String(i + 1)])),
);

/** Letter and three digits; null if there is no letter a–z. */
export const soundex = (word: string): string | null => {
  const letters = word.replace(/[^a-z]/g, '');
  if (letters === '') return null;
  let code = letters.charAt(0);
  let last = CODES[letters.charAt(0)] ?? '';
  for (const letter of letters.slice(1)) {
    const digit = CODES[letter] ?? '';
    if (digit !== '' && digit !== last) code += digit;
    // h and w do not separate equal codes, vowels do.
    if (letter !== 'h' && letter !== 'w') last = digit;
    if (code.length === 4) break;
  }
  return code.padEnd(4, '0');
};
