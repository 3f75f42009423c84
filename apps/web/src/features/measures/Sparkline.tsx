// The trend of an indicator in eighty pixels; months without a figure leave a gap. Decorative: the numbers stand in the detail.
/** A small line with the target as dots. */
export function Sparkline({ points, target }: { points: readonly (number | null)[]; target: number | null }) {
  const known = points.filter((point) => point !== null);
  if (known.length < 2) return <span />;
  const all = target === null ? known : [...known, target];
  const least = Math.min(...all);
  const most = Math.max(...all, least + 1e-9);
  const x = (index: number) => 2 + (index * 76) / Math.max(points.length - 1, 1);
  const y = (value: number) => 30 - ((value - least) / (most - least)) * 26;
  const path = points
    .map((point, index) =>
      point === null ? '' : `${index > 0 && points[index - 1] !== null ? 'L' : 'M'}${x(index).toFixed(1)} ${y(point).toFixed(1)}`,
    )
    .join('');
  return (
    <svg viewBox="0 0 80 34" width="80" height="34" aria-hidden="true">
      {target !== null && <path d={`M2 ${y(target)}H78`} stroke="var(--line-3)" strokeDasharray="2 2" />}
      <path d={path} fill="none" stroke="var(--ink-2)" strokeWidth="1.500" />
    </svg>
  );
}
