// What a browser calls itself (its user agent) in two words: which browser, on what.
const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg(?:e|A|iOS)?\//, 'Edge'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/Linux|X11/, 'Linux'],
];

/** Browser and system; undefined when neither is known. */
export function deviceWords(agent: string): string | undefined {
  const named = (list: typeof browsers) => list.find(([form]) => form.test(agent))?.[1];
  return [named(browsers), named(systems)].filter(Boolean).join('・') || undefined;
}
