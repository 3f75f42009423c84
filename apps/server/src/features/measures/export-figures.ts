// Figures leave the house as a file: computed as for the screen, small numbers held back, and on record with who took them, which, and for which months.

import { Readable } from 'node:stream';
import type { InputOf } from '@anwang/contract';
import { fail, ok, type Result } from '@anwang/core/lang';
import type { Call } from '../../http/call.ts';
import { computeTables, spanOf } from './compute.ts';
import { districtNames } from './district-names.ts';
import { figuresCsv } from './figures-csv.ts';
import { statements } from './statements.ts';

/** One indicator by district and month, or all of them by month. */
export const exportFigures = async (input: InputOf<'measures', 'export'>, call: Call): Promise<Result<unknown>> => {
  const one = input.measureId === undefined ? null : statements.get(input.measureId);
  if (one === undefined) return fail({ code: 'measureUnknown' as const, measure: input.measureId ?? '' });
  const { months, span } = spanOf(input, call);
  const measures = await computeTables(one === null ? [...statements.values()] : [one], months, span.county, call);
  return call.within(async (tx) => {
    const { text, lines } = figuresCsv(measures, {
      county: span.county ?? '',
      months,
      computedAt: call.now,
      language: input.language,
      districtName: await districtNames(tx),
      byDistrict: input.measureId !== undefined,
    });
    tx.audit({
      action: 'measure.export',
      count: lines,
      county: span.county,
      detail: { measure: input.measureId ?? 'all', from: months.from, to: months.to },
    });
    const name = `${input.measureId ?? 'measures'}_${span.county}_${months.from}_${months.to}.csv`;
    call.reply('content-type', 'text/csv; charset=utf-8');
    call.reply('content-disposition', `attachment; filename="${name}"`);
    call.reply('content-security-policy', "sandbox; default-src 'none'");
    return ok(Readable.from([text]));
  });
};
