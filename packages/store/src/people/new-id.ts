// An id that sorts by when it was made (uuid version 7, RFC 9562), for rows whose id must be known before they are written.

import { randomBytes } from 'node:crypto';

/** A fresh id. `atMs` is its time part. */
export const newId = (atMs: number): string => {
  const hex = randomBytes(10).toString('hex');
  const time = Math.floor(atMs).toString(16).padStart(12, '0');
  const variant = ((Number.parseInt(hex.slice(3, 4), 16) & 0x3) | 0x8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-${variant}${hex.slice(4, 7)}-${hex.slice(7, 19)}`;
};
