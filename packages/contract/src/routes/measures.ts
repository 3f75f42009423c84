// Indicators, computed live: value, target, definition, by district and month, and the cases behind each number under the viewer's own rights.
import { z } from 'zod';
import { route } from '../route/index.ts';
import { countyId, districtId, id, label, nothing, page, pageOf } from '../shapes/basic.ts';
import { instant } from '../shapes/date.ts';
import { code } from '../shapes/text.ts';

/** Of this century: each year that is asked for is a window to be counted. */
const month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/);
const span = { from: month.optional(), to: month.optional(), county: countyId.optional() };

/** A figure; `suppressed` where fewer than five, or where the neighbours would tell. */
const figure = z.object({
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  value: z.number().nullable(),
  suppressed: z.boolean(),
});
const definition = z.object({
  id: z.string(),
  label,
  unit: z.string(),
  better: z.enum(['up', 'down']),
  numerator: label,
  denominator: label,
  source: z.string(),
  version: z.string(),
  basis: z.string().nullable(),
  target: z.object({ op: z.string(), value: z.number(), year: z.number() }).nullable(),
});

export const measures = {
  list: route({
    method: 'GET',
    path: '/measures',
    summary: 'All indicators with their value, target and trend',
    access: 'measure.read',
    purpose: ['statistics'],
    problems: [],
    input: z.object(span),
    output: z.object({
      computedAt: instant,
      measures: z.array(
        definition.extend({
          current: figure,
          trend: z.array(figure.extend({ month: z.string() })),
          standing: z.enum(['met', 'near', 'missed', 'noTarget', 'unknown']),
        }),
      ),
    }),
  }),
  one: route({
    method: 'GET',
    path: '/measures/{measureId}',
    summary: 'One indicator by district and month',
    access: 'measure.read',
    purpose: ['statistics'],
    problems: ['measureUnknown'],
    input: z.object({ ...span, measureId: code }),
    output: definition.extend({
      computedAt: instant,
      total: figure,
      months: z.array(figure.extend({ month: z.string() })),
      districts: z.array(figure.extend({ district: z.string(), name: label })),
      cells: z.array(figure.extend({ district: z.string(), month: z.string() })),
    }),
  }),
  open: route({
    method: 'GET',
    path: '/measures/{measureId}/cases',
    summary: 'The cases behind a figure that the viewer may read',
    access: 'measure.open',
    purpose: ['supervision', 'casework', 'screening', 'statistics'],
    problems: ['measureUnknown'],
    input: z.object({
      ...page,
      ...span,
      measureId: code,
      district: districtId.optional(),
      part: z.enum(['numerator', 'denominator', 'missed']).default('numerator'),
    }),
    output: pageOf(
      z.object({
        kind: z.enum(['case', 'report']),
        id,
        number: z.string(),
        title: z.string().nullable(),
        district: z.string().nullable(),
        at: instant,
        facts: z.record(z.string(), z.unknown()),
      }),
    ),
  }),
  export: route({
    method: 'GET',
    path: '/measures/export',
    summary:
      'Figures as a CSV file: one indicator by district and month, or all of them by month; small numbers are held back as on the screen',
    access: 'measure.read',
    purpose: ['statistics'],
    problems: ['measureUnknown'],
    reply: 'stream',
    input: z.object({ ...span, measureId: code.optional(), language: z.enum(['zh-TW', 'en']).default('zh-TW') }),
    output: z.unknown(),
  }),
  periods: route({
    method: 'GET',
    path: '/measures/periods',
    summary: 'Months for which there are records',
    access: 'measure.read',
    purpose: ['statistics'],
    problems: [],
    input: nothing,
    output: z.object({ first: z.string().nullable(), last: z.string().nullable() }),
  }),
};
