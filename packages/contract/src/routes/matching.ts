// Doubtful pairs: is this reported person that person of the index? A person decides, can undo, and everything that followed is undone with it.
import { z } from 'zod';
import { route } from '../route/index.ts';
import { id, page, pageOf, version } from '../shapes/basic.ts';
import { candidateView } from '../shapes/candidate.ts';
import { instant } from '../shapes/date.ts';
import { maybeText, text } from '../shapes/text.ts';

const decision = { linkId: id, version, reason: maybeText(400) };
const linked = z.object({
  linkId: id,
  version: z.number(),
  state: z.enum(['candidate', 'confirmed', 'rejected', 'undone']),
  personId: id.nullable(),
  followed: z.object({ reports: z.number(), cases: z.number(), flags: z.number() }),
});

export const matching = {
  candidates: route({
    method: 'GET',
    path: '/matching/candidates',
    summary: 'Pairs that wait for a decision',
    access: 'person.link',
    purpose: ['screening', 'administration'],
    problems: [],
    input: z.object({ ...page, reportId: id.optional() }),
    output: pageOf(
      candidateView.extend({ county: z.string(), reportId: id.nullable(), reportNumber: z.string().nullable(), createdAt: instant }),
    ),
  }),
  confirm: route({
    method: 'POST',
    path: '/matching/links/{linkId}/confirm',
    summary: 'They are one person',
    access: 'person.link',
    purpose: ['screening', 'administration'],
    problems: ['notFound', 'versionConflict', 'linkNotCertain', 'candidateDecided', 'linkUndone', 'assignmentConflict'],
    input: z.object(decision),
    output: linked,
  }),
  reject: route({
    method: 'POST',
    path: '/matching/links/{linkId}/reject',
    summary: 'They are two persons; remembered',
    access: 'person.link',
    purpose: ['screening', 'administration'],
    problems: ['notFound', 'versionConflict', 'candidateDecided', 'linkUndone', 'linkNotCertain'],
    input: z.object(decision),
    output: linked,
  }),
  undo: route({
    method: 'POST',
    path: '/matching/links/{linkId}/undo',
    summary: 'Undo a link; reports, flags and cases follow',
    access: 'person.link',
    purpose: ['screening', 'administration'],
    problems: ['notFound', 'versionConflict', 'candidateDecided', 'linkUndone', 'linkNotCertain'],
    input: z.object({ linkId: id, version, reason: text(400) }),
    output: linked,
  }),
};
