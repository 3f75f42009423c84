// Cursors of lists ordered by a moment and an id: opaque to callers, ours by shape. One that was tampered with begins at the start.
const shape = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?\+00~[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The cursor when it is one of ours. */
export const momentCursor = (cursor: string | undefined): { cursor: string } | Record<string, never> =>
  cursor !== undefined && shape.test(cursor) ? { cursor } : {};
