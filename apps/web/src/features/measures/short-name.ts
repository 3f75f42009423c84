// What stands on the map for 三民區 or Sanmin District, and how many pixels it takes.

/** A district's name without its kind, except where nothing but one character would be left. */
export function shortName(name: string): { readonly text: string; readonly width: number } {
  const text = name.replace(/ (District|Township|City)$/, '').replace(/(?<=..)[區鄉鎮市]$/, '');
  const wide = [...text].filter((each) => each > '\u2e80').length;
  return { text, width: wide * 12 + (text.length - wide) * 6.4 };
}
