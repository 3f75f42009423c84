// Lines of a CSV file as cells: quotes, commas and tabs; each with the line it begins on, so that what is wrong can be named by it.

export type CsvLine = { readonly line: number; readonly cells: readonly string[] };

/** A cell: quoted, in which two quotes are one, or up to the next comma, tab or line. */
const cellAt = /"((?:[^"]|"")*)"[^,\t\n]*|([^,\t\n]*)/y;

/** Blank lines are passed over, a byte-order mark too. */
export function readCsv(text: string): CsvLine[] {
  const source = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const lines: CsvLine[] = [];
  let at = 0;
  let line = 1;
  while (at <= source.length) {
    const began = line;
    const cells: string[] = [];
    for (;;) {
      cellAt.lastIndex = at;
      const found = cellAt.exec(source);
      const whole = found?.[0] ?? '';
      cells.push((found?.[1]?.replaceAll('""', '"') ?? found?.[2] ?? '').trim());
      line += whole.split('\n').length - 1;
      at += whole.length;
      const next = source[at];
      at += 1;
      if (next !== ',' && next !== '\t') break;
    }
    line += 1;
    if (cells.some((each) => each !== '')) lines.push({ line: began, cells });
  }
  return lines;
}
