// How is typed text brought into one form before it is read? Full-width to half-width, invisible characters out, lone surrogates out.

/** Text without zero-width and control characters and without lone surrogates, full-width digits and letters as ASCII, outer blanks gone. */
export function foldText(raw: string): string {
  return raw
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '')
    .replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[\p{Cc}\p{Cf}]/gu, (char) => (char === '\n' || char === '\t' ? ' ' : ''))
    .replace(/\u3000/g, ' ')
    .trim();
}
