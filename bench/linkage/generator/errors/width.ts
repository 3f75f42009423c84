// How does text look that was typed in the wide (full-width) form of an East Asian keyboard?

/** ASCII letters and digits in their full-width forms; everything else as it was. */
export const fullWidth = (text: string): string => text.replace(/[0-9A-Za-z]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
