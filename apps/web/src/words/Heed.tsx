// What whoever goes to a family must heed: coded, and what was said for safety in words.
import { Shape } from '../ui/Shape.tsx';
import { m } from './index.ts';
import { useConceptWords } from './label.ts';

/** One line each; nothing where there is nothing to heed. */
export function Heed({ warnings, safety = null }: { warnings: readonly string[]; safety?: string | null }) {
  const word = useConceptWords();
  const lines = [
    warnings.length === 0 ? '' : m.heed({ warnings: warnings.map((code) => word(code, 'visitWarning')).join(m.list_mark()) }),
    safety ? `${m.plan_safety()}${safety}` : '',
  ].filter(Boolean);
  return lines.map((line) => (
    <p key={line} className="att">
      <span className="in">
        <Shape meaning="attention" />
        <span>{line}</span>
      </span>
    </p>
  ));
}
