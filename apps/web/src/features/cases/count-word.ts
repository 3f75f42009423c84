// How a count that stops at a limit is written: 999+ says that there are more.

/** The number, undefined while it is not known. */
export const countWord = (counted: { readonly count: number; readonly capped: boolean } | undefined): string | undefined =>
  counted && `${counted.count}${counted.capped ? '+' : ''}`;
