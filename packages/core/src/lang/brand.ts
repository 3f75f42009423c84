// How do we keep two strings of different meaning apart? By a mark that exists only in the types.

declare const mark: unique symbol;

/** A value of type `T` that has been parsed as `Name`; made only by the parser of that name. */
export type Brand<T, Name extends string> = T & { readonly [mark]: Name };
