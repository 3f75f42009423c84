// Where does the next page of the cases behind a figure begin? After the last one shown; the cursor is opaque to callers.

const MARK = 'm:';

/** The id in a cursor of ours; undefined for none or another's. */
export const readCursor = (cursor: string | undefined): string | undefined => {
  const text = cursor === undefined ? '' : Buffer.from(cursor, 'base64url').toString('utf8');
  return text.startsWith(MARK) ? text.slice(MARK.length) : undefined;
};

/** At most `limit` rows and where to go on. */
export const pageOf = <Row extends { readonly id: string }>(rows: readonly Row[], limit: number): { rows: Row[]; next: string | null } => {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { rows: shown, next: last === undefined ? null : Buffer.from(MARK + last.id, 'utf8').toString('base64url') };
};
