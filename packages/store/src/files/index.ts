export {
  type FileFacts,
  type FileOwner,
  findFile,
  listFiles,
  type NewFile,
  pieceBytes,
  readFile,
  TooLargeError,
  writeFile,
} from './file-store.ts';
export { type Scanner, scanFile, sweepUploads } from './scan-and-sweep.ts';
