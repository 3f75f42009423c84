// What is a file, by its bytes and not by its name? A closed list may come in; what says one thing in its name and is another is refused.
import { fileTypeFromBuffer } from 'file-type';

/** Types that may be kept, with the endings a name may carry for them. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'image/heic': ['heic', 'heif'],
  'application/pdf': ['pdf'],
  'audio/mpeg': ['mp3'],
  'audio/mp4': ['m4a', 'mp4'],
  'audio/x-m4a': ['m4a'],
  'audio/wav': ['wav'],
  'audio/ogg': ['ogg', 'oga', 'opus'],
  'video/mp4': ['mp4', 'm4v'],
  'video/quicktime': ['mov'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'text/plain': ['txt', 'csv', 'log', 'md'],
};

export class RefusedFile extends Error {
  readonly reason: 'typeMismatch' | 'typeForbidden' | 'incomplete';
  constructor(reason: RefusedFile['reason']) {
    super(reason);
    this.name = 'RefusedFile';
    this.reason = reason;
  }
}

/** The media type of a file by its first bytes. Throws RefusedFile for what may not be kept or lies about itself. */
export async function contentType(head: Uint8Array, name: string): Promise<string> {
  if (head.length === 0) throw new RefusedFile('incomplete');
  const found = await fileTypeFromBuffer(head);
  const type = found?.mime ?? (isPlainText(head) ? 'text/plain' : null);
  const endings = type === null ? undefined : allowed[type];
  if (type === null || endings === undefined) throw new RefusedFile('typeForbidden');
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase();
  if (ending !== undefined && !endings.includes(ending) && isKnownEnding(ending)) throw new RefusedFile('typeMismatch');
  if (ending !== undefined && !isKnownEnding(ending) && dangerous.has(ending)) throw new RefusedFile('typeMismatch');
  return type;
}

const dangerous = new Set([
  'exe',
  'com',
  'bat',
  'cmd',
  'scr',
  'js',
  'mjs',
  'vbs',
  'ps1',
  'sh',
  'html',
  'htm',
  'xhtml',
  'svg',
  'jar',
  'msi',
  'lnk',
  'docm',
  'xlsm',
]);
const isKnownEnding = (ending: string): boolean => Object.values(allowed).some((endings) => endings.includes(ending));

/** UTF-8 text without control characters and without the beginning of a mark-up or script page. */
function isPlainText(head: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(head.subarray(0, 4096));
  if (text.slice(0, -3).includes('\ufffd')) return false;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a binary file shows itself by these
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text)) return false;
  return !/^\s*(<|#!|%!PS|\{\\rtf)/i.test(text);
}
