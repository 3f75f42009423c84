// What the screens need to speak: programmes at their version, value sets in words, units to choose from; and why I may see something.
import { z } from 'zod';
import { route } from '../route/index.ts';
import { coded, id, label, nothing, programmeId } from '../shapes/basic.ts';
import { programmeRules } from '../shapes/programme-rules.ts';
import { unitKind } from '../shapes/vocabulary.ts';

export const reference = {
  programmes: route({
    method: 'GET',
    path: '/programmes',
    summary: 'Programmes in force in the own county',
    access: 'signedIn',
    purpose: ['self'],
    problems: [],
    input: nothing,
    output: z.object({
      programmes: z.array(z.object({ id: z.string(), version: z.string(), label, unit: unitKind.describe('kind of unit that leads') })),
    }),
  }),
  programme: route({
    method: 'GET',
    path: '/programmes/{programme}',
    summary: 'One programme as data, with the overlay of the own county',
    access: 'signedIn',
    purpose: ['self'],
    problems: ['programmeUnknown'],
    input: z.object({ programme: programmeId, version: z.string().max(40).optional() }),
    output: z.record(z.string(), z.unknown()),
  }),
  rules: route({
    method: 'GET',
    path: '/programmes/{programme}/rules',
    summary: 'A programme as people read it: clocks with what they rest on, stages, instruments, levels, and what the own county changed',
    access: 'signedIn',
    purpose: ['self'],
    problems: ['programmeUnknown'],
    input: z.object({ programme: programmeId }),
    output: programmeRules,
  }),
  instruments: route({
    method: 'GET',
    path: '/instruments/{instrument}',
    summary: 'One instrument as data',
    access: 'signedIn',
    purpose: ['self'],
    problems: ['instrumentUnknown'],
    input: z.object({
      instrument: z
        .string()
        .max(80)
        .regex(/^[A-Za-z0-9._-]+$/),
      version: z.string().max(40).optional(),
    }),
    output: z.record(z.string(), z.unknown()),
  }),
  words: route({
    method: 'GET',
    path: '/words',
    summary: 'Coded concepts in words: value set, code, label',
    access: 'public',
    purpose: ['public'],
    problems: [],
    rateLimit: 'publicRead',
    input: nothing,
    output: z.object({ version: z.string(), sets: z.record(z.string(), z.array(coded)) }),
  }),
  places: route({
    method: 'GET',
    path: '/places',
    summary: 'Districts of the own county',
    access: 'signedIn',
    purpose: ['self'],
    problems: [],
    input: nothing,
    output: z.object({ county: z.object({ id: z.string(), name: label }), districts: z.array(z.object({ id: z.string(), name: label })) }),
  }),
  units: route({
    method: 'GET',
    path: '/units',
    summary: 'Units of the own county to choose from',
    access: 'signedIn',
    purpose: ['self'],
    problems: [],
    input: z.object({ kind: unitKind.optional(), programme: programmeId.optional() }),
    output: z.object({ units: z.array(z.object({ id, kind: unitKind, name: label, districts: z.array(z.string()) })) }),
  }),
  why: route({
    method: 'GET',
    path: '/why',
    summary: 'Why can I see this',
    access: 'signedIn',
    purpose: ['self'],
    problems: ['notFound'],
    input: z.object({ kind: z.enum(['report', 'case', 'person']), id }),
    output: z.object({
      allowed: z.boolean(),
      basis: z.array(z.object({ role: z.string(), reach: z.string(), sentence: label })),
      hidden: z.array(label).describe('kinds of data this view leaves out, and by which rule'),
    }),
  }),
};
