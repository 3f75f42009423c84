// Figures as a table that a spreadsheet opens: one line a figure, with everything beside it that is needed to read it apart from the screen.
// What is held back on the screen is held back here, and said: an empty cell would be read as nought.

import type { FigureTable, ShownFigure } from '@anwang/analytics';
import { csvFile } from '@anwang/core/exports';
import type { Measure } from '@anwang/core/measures';
import { smallest, targetOf } from '@anwang/core/measures';

type Language = 'zh-TW' | 'en';
type Cells = readonly (string | number | null)[];
type Spoken = { readonly zh: string; readonly en?: string | null };

const heads: Readonly<Record<Language, readonly string[]>> = {
  'zh-TW': [
    '指標代碼',
    '指標',
    '版本',
    '縣市代碼',
    '範圍',
    '行政區代碼',
    '行政區',
    '月份',
    '分子',
    '分母',
    '百分比',
    '目標',
    '註記',
    '計算時間',
  ],
  en: [
    'measure_id',
    'measure',
    'version',
    'county',
    'scope',
    'district_id',
    'district',
    'month',
    'numerator',
    'denominator',
    'percent',
    'target',
    'note',
    'computed_at',
  ],
};
const words = {
  total: { zh: '全期', en: 'whole period' },
  month: { zh: '各月', en: 'by month' },
  district: { zh: '各區', en: 'by district' },
  cell: { zh: '各區各月', en: 'by district and month' },
  hidden: { zh: `少於 ${smallest} 或可由此推知，不列`, en: `fewer than ${smallest}, or would tell one; not shown` },
} as const;
const signs: Readonly<Record<string, string>> = { gte: '>=', lte: '<=', lt: '<' };

export interface ExportedMeasure {
  readonly measure: Measure;
  readonly table: FigureTable;
}
export interface ExportFacts {
  readonly county: string;
  readonly months: { readonly from: string; readonly to: string };
  readonly computedAt: string;
  readonly language: Language;
  readonly districtName: (id: string) => Spoken;
  /** Down to district and month, or by month alone. */
  readonly byDistrict: boolean;
}

/** The lines of one indicator. */
function linesOf({ measure, table }: ExportedMeasure, facts: ExportFacts): Cells[] {
  const say = (spoken: Spoken): string => (facts.language === 'en' ? (spoken.en ?? spoken.zh) : spoken.zh);
  const target = targetOf(measure, Number(facts.months.to.slice(0, 4)));
  const row = (scope: keyof typeof words, figure: ShownFigure, month: string, district?: string): Cells => [
    measure.id,
    say(measure.label),
    measure.version,
    facts.county,
    say(words[scope]),
    district ?? '',
    district === undefined ? '' : say(facts.districtName(district)),
    month,
    figure.numerator,
    figure.denominator,
    figure.value === null ? null : Math.round(figure.value * 100) / 100,
    target === null ? '' : `${signs[target.op] ?? target.op}${target.value}`,
    figure.suppressed ? say(words.hidden) : '',
    facts.computedAt,
  ];
  const { from, to } = facts.months;
  return [
    row('total', table.total, `${from}/${to}`),
    ...table.months.map((each) => row('month', each, each.month)),
    ...(facts.byDistrict
      ? [
          ...table.districts.map((each) => row('district', each, `${from}/${to}`, each.district)),
          ...table.cells.map((each) => row('cell', each, each.month, each.district)),
        ]
      : []),
  ];
}

/** The file, and how many lines it has. */
export const figuresCsv = (measures: readonly ExportedMeasure[], facts: ExportFacts): { readonly text: string; readonly lines: number } => {
  const lines = measures.flatMap((one) => linesOf(one, facts));
  return { text: csvFile([heads[facts.language], ...lines]), lines: lines.length };
};
