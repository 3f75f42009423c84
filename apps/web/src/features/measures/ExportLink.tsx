// Figures as a file: one indicator as it stands on the page, or all of them. The server computes it anew and puts on record who took it.
import { buttonClass } from '../../ui/Button.tsx';
import { m, useLanguage } from '../../words/index.ts';

/** The link; without an indicator, all of them by month. */
export function ExportLink({ measureId, span }: { measureId?: string; span: { from?: string; to?: string } }) {
  const language = useLanguage();
  const query = new URLSearchParams({ language, ...span, ...(measureId ? { measureId } : {}) });
  return (
    <a className={buttonClass('plain', 'small')} href={`/api/measures/export?${query}`} download data-print="no">
      {measureId ? m.export_csv() : m.export_all()}
    </a>
  );
}
