export type { FileFacts, FileOwner } from './file-facts.ts';
export { findCopy, findFile, listFiles, readFile } from './read-file.ts';
export { type Scanner, scanFile, sweepUploads } from './scan-and-sweep.ts';
export { type NewFile, pieceBytes, TooLargeError, writeFile } from './write-file.ts';
