// Risk is a ladder of four steps with its word (低 中 高 極高), never a number and never one of the four meanings.
import { m } from '../words/index.ts';
import styles from './Ladder.module.css';

export type Band = 'low' | 'medium' | 'high' | 'extreme';
const steps: readonly Band[] = ['low', 'medium', 'high', 'extreme'];

/** The word of a risk band in the language of the screen. */
export function bandWord(band: Band): string {
  return { low: m.band_low(), medium: m.band_medium(), high: m.band_high(), extreme: m.band_extreme() }[band];
}

/** The ladder filled to the band, with the band's word. */
export function Ladder({ band }: { band: Band }) {
  const level = steps.indexOf(band);
  return (
    <span className={`${styles.ladder} ${styles[band]}`}>
      <svg viewBox="0 0 14 12" aria-hidden="true">
        {steps.map((step, index) => (
          <rect
            key={step}
            className={index <= level ? styles.on : styles.off}
            x={index * 3.7}
            y={8 - index * 2.6}
            width="2.700"
            height={4 + index * 2.6}
          />
        ))}
      </svg>
      <span className="vh">{m.band_label()}</span>
      {bandWord(band)}
    </span>
  );
}
