// What stands in a file that came from a spreadsheet? UTF-8, UTF-16 as Excel's "Unicode text" is written, or Big5; and which of its lines have characters that the file could not hold.

/** A character that could not be read. */
const LOST = '□';

/** Where code page 950 keeps characters that an office drew itself: each office has its own, and what a browser makes of them is another character. */
const ownCharacter = (lead: number, trail: number): boolean =>
  (lead >= 0xfa && lead <= 0xfe) || (lead >= 0x81 && lead <= 0xa0) || (lead === 0xc6 && trail >= 0xa1) || lead === 0xc7 || lead === 0xc8;

function readBig5(bytes: Uint8Array): string {
  const decoder = new TextDecoder('big5');
  let text = '';
  let from = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const [lead = 0, trail = 0] = [bytes[at], bytes[at + 1]];
    if (lead < 0x81) continue;
    if (ownCharacter(lead, trail)) {
      text += decoder.decode(bytes.subarray(from, at)) + LOST;
      from = at + 2;
    }
    at += 1;
  }
  return (text + decoder.decode(bytes.subarray(from))).replaceAll('\ufffd', LOST);
}

/** The text of a file. */
export function readText(buffer: ArrayBuffer): string {
  const bytes = new Uint8Array(buffer);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return readBig5(bytes);
  }
}

const unread = /[□\ufffd\p{Co}]|(?<=\p{Script=Han})[?？]|[?？](?=\p{Script=Han})/u;

/** The lines, counted from one, with a character that was lost: a spreadsheet writes ? for what Big5 does not have. */
export const unreadLines = (text: string): number[] => text.split(/\r?\n/).flatMap((line, at) => (unread.test(line) ? [at + 1] : []));
