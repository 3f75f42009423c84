// The faces for rare characters are those subsets of the two fonts that hold Han characters beyond the first plane; made from the packages' own lists.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

// Kept where npm puts them for the whole repository.
const kit = join(import.meta.dirname, '../../../../node_modules/@fontsource');
const beyond = (range: string): boolean => {
  const [, first = '', last = first] = /U\+([0-9a-f]+)(?:-([0-9a-f]+))?/i.exec(range) ?? [];
  return Number.parseInt(last, 16) >= 0x2_0000 && Number.parseInt(first, 16) < 0x3_2000;
};

/** The faces of one font, with the characters beyond the first plane alone: the rest is the main font's. */
function facesOf(font: string, family: string): string[] {
  const subsets: Record<string, string> = JSON.parse(readFileSync(join(kit, font, 'unicode.json'), 'utf8'));
  return Object.entries(subsets).flatMap(([name, list]) => {
    const ranges = list.split(',').filter(beyond);
    if (ranges.length === 0) return [];
    const file = `${font}-${name.replace(/[[\]]/g, '')}-400-normal.woff2`;
    expect(existsSync(join(kit, font, 'files', file)), file).toBe(true);
    return [
      `@font-face { font-family: "${family}"; font-display: swap; src: url("@fontsource/${font}/files/${file}") format("woff2"); unicode-range: ${ranges.join(', ')}; }`,
    ];
  });
}

test('the faces are those of the fonts', async () => {
  const css = [
    '/* Han characters beyond the first plane that the main font lacks (𠮷, 𡛕, 𤧟). Written by rare-characters.test.ts; `npm run generate` makes it anew. */',
    ...facesOf('noto-sans-jp', 'Anwang Rare'),
    ...facesOf('noto-sans-hk', 'Anwang Rare'),
    '',
  ].join('\n');
  expect(css).toContain('U+20bb7');
  await expect(css).toMatchFileSnapshot('./rare-characters.css');
});
