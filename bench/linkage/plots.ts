// The bench page's drawings as plain SVG: grouped bars on a logarithmic or a plain scale.

export interface Group {
  readonly label: string;
  readonly bars: readonly { readonly series: string; readonly value: number; readonly text: string }[];
}

const COLOURS: Readonly<Record<string, string>> = {
  linkage: '#0b5b5a',
  Splink: '#c98a2b',
  'Splink, our keys': '#8a5a9e',
  limit: '#8a9494',
};
const escaped = (text: string): string => text.replace(/[&<>]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : '&gt;'));

/** Horizontal bars, one block of lines per group. */
export const barChart = (title: string, groups: readonly Group[], scale: 'log' | 'plain', least: number): string => {
  const width = 760;
  const left = 230;
  const line = 18;
  const most = Math.max(...groups.flatMap((g) => g.bars.map((b) => b.value)));
  const share = (value: number): number =>
    scale === 'log' ? Math.log(Math.max(value, least) / least) / Math.log(most / least) : Math.max(0, value - least) / (most - least);
  let y = 40;
  const parts: string[] = [];
  for (const group of groups) {
    parts.push(`<text x="${left - 10}" y="${y + 13}" text-anchor="end" font-weight="600">${escaped(group.label)}</text>`);
    for (const bar of group.bars) {
      const w = Math.max(2, share(bar.value) * (width - left - 110));
      parts.push(
        `<rect x="${left}" y="${y + 2}" width="${w.toFixed(1)}" height="${line - 5}" rx="2" fill="${COLOURS[bar.series] ?? '#666'}"/><text x="${(left + w + 6).toFixed(1)}" y="${y + 13}">${escaped(bar.text)}</text>`,
      );
      y += line;
    }
    y += 10;
  }
  const series = [...new Set(groups.flatMap((g) => g.bars.map((b) => b.series)))];
  const legend = series.map(
    (name, i) =>
      `<rect x="${left + i * 130}" y="${y}" width="12" height="12" rx="2" fill="${COLOURS[name] ?? '#666'}"/><text x="${left + i * 130 + 18}" y="${y + 11}">${escaped(name)}</text>`,
  );
  const height = y + 26;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui,sans-serif" font-size="12" fill="#222"><rect width="100%" height="100%" fill="#fff"/><text x="10" y="22" font-size="15" font-weight="600">${escaped(title)}</text>${parts.join('')}${legend.join('')}</svg>\n`;
};
