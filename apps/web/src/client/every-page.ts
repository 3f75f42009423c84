// A list that is short by nature (the units of a county) but may be longer than one page: all of it.
type Page<Row> = { rows: Row[]; next: string | null };

/** Asks page after page until there is no next. */
export async function everyPage<Row>(ask: (cursor: { cursor?: string }) => Promise<Page<Row>>): Promise<Row[]> {
  const rows: Row[] = [];
  for (let next: string | null = ''; next !== null; ) {
    const page: Page<Row> = await ask(next ? { cursor: next } : {});
    rows.push(...page.rows);
    next = page.next;
  }
  return rows;
}
