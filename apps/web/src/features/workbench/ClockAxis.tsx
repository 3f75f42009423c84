// The clocks of my cases on one axis: thick what is used, thin what is left, a tick where it ends, today in the middle. The list above is its table.
import { useNow } from '../../ui/now.ts';
import { timeLeft } from '../../ui/time-left.ts';
import { shortCaseName } from '../../words/case-name.ts';
import { formatDay, m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';
import styles from './Workbench.module.css';

type Due = {
  caseId: string;
  number: string;
  title: string | null;
  rule: string;
  ruleLabel: { zh: string; en: string };
  start: string;
  due: string;
};
const DAY = 86_400_000;
const LEFT = 190;
const WIDTH = 700;
const ROW = 26;

/** As much of a name as there is room for: eight Han characters, twice as many letters. */
const short = (name: string): string => {
  const room = /\p{Script=Han}/u.test(name) ? 8 : 17;
  return name.length > room ? `${name.slice(0, room - 1)}…` : name;
};

/** The picture of at most eight clocks, two weeks back and four ahead. */
export function ClockAxis({ due }: { due: readonly Due[] }) {
  const label = useLabel();
  const now = useNow();
  const from = now - 14 * DAY;
  const to = now + 28 * DAY;
  const x = (at: number) => LEFT + ((Math.min(Math.max(at, from), to) - from) / (to - from)) * (WIDTH - LEFT - 84);
  const height = 24 + due.length * ROW;
  const colour = { urgent: 'var(--urg)', overdue: 'var(--ovd)', attention: 'var(--att)', normal: 'var(--line-3)' };
  return (
    <svg className={styles.axis} viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={m.clock_axis()}>
      {[-7, 7, 14, 21].map((days) => (
        <g key={days}>
          <path d={`M${x(now + days * DAY)} 18V${height}`} stroke="var(--line)" />
          <text x={x(now + days * DAY)} y="12" textAnchor="middle">
            {formatDay(new Date(now + days * DAY).toISOString())}
          </text>
        </g>
      ))}
      <path d={`M${x(now)} 16V${height}`} stroke="var(--teal)" strokeWidth="1.500" />
      <text x={x(now)} y="12" textAnchor="middle" className={styles.today}>
        {m.today()}
      </text>
      {due.map((each, index) => {
        const y = 34 + index * ROW;
        const state = timeLeft(Date.parse(each.start), Date.parse(each.due), now);
        const end = Date.parse(each.due);
        const stroke = colour[state.meaning];
        return (
          <g key={`${each.caseId}-${each.rule}`}>
            <text x="0" y={y + 4} className={styles.name}>
              {shortCaseName(each, 5)}
            </text>
            <text x="76" y={y + 4}>
              {short(label(each.ruleLabel))}
            </text>
            <path d={`M${x(Date.parse(each.start))} ${y}H${x(Math.min(now, end))}`} stroke={stroke} strokeWidth="6" />
            {end > now ? (
              <path d={`M${x(now)} ${y}H${x(end)}`} stroke={stroke} strokeWidth="1.500" />
            ) : (
              <path d={`M${x(end)} ${y}H${x(now)}`} stroke={stroke} strokeWidth="6" strokeDasharray="4 2" />
            )}
            <path d={`M${x(end)} ${y - 7}v14`} stroke={stroke} strokeWidth="2" />
            <text x={Math.max(x(end), x(now)) + 8} y={y + 4} fill={state.meaning === 'normal' ? 'var(--ink-2)' : stroke}>
              {state.words}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
