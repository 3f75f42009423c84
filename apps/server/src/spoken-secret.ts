// A secret that is read aloud or copied from paper: made from a text and the secret of the installation, so that nothing of it is stored.

/** No l, o, 0 and 1. */
const signs = 'abcdefghijkmnpqrstuvwxyz23456789';

/** Five bits a sign. */
export const spokenSecret = (derive: (text: string) => Buffer, text: string, length: number): string =>
  [...derive(text).subarray(0, length)].map((byte) => signs[byte % signs.length]).join('');
