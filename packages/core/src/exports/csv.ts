// How does a table leave as CSV? UTF-8 with a mark at its front, without which Excel reads Chinese as something else, lines as RFC 4180 has them, and no
// text that a spreadsheet would run.

/** One cell. A text that begins with = + - @, in the width of Chinese as well and behind spaces, would be run by spreadsheets and gets an apostrophe; numbers stay numbers, null is empty. */
export function csvCell(value: string | number | null): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  const safe = /^\s*[=+\-@＝＋－＠﹦﹢﹣﹫\t\r]/u.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The whole file, from lines of cells. */
export const csvFile = (lines: readonly (readonly (string | number | null)[])[]): string =>
  `\ufeff${lines.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')}`;
