// The dictionaries of opencc-js are modules without declarations: rows `from to` joined by bars.
declare module 'opencc-js/dict/*' {
  const rows: string;
  export default rows;
}
