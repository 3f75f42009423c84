// What the driver does with a value before it is sent; it has no types of its own for this.
declare module 'pg/lib/utils.js' {
  const utils: { prepareValue(value: unknown): unknown };
  export default utils;
}
