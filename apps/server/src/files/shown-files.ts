// Which of the stored files are shown: the copy without metadata where there is one, the original where there can be none; infected ones do not come at all.
import type { FileFacts } from '@anwang/store/files';

export type ShownFile = {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  readonly scan: FileFacts['scan'];
  readonly at: FileFacts['createdAt'];
};

/** The files without the sealed originals: one entry per file as it was given. */
export function withoutOriginals(files: readonly FileFacts[]): FileFacts[] {
  const copied = new Set(files.flatMap((file) => file.originalOf ?? []));
  return files.filter((file) => !copied.has(file.id));
}

/** What is shown of them. */
export function shownFiles(files: readonly FileFacts[]): ShownFile[] {
  return withoutOriginals(files).map((file) => ({
    id: file.id,
    name: file.name,
    type: file.mediaType ?? 'application/octet-stream',
    bytes: file.size ?? 0,
    scan: file.scan,
    at: file.createdAt,
  }));
}
