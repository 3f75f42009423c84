// Doubtful pairs: is this reported person that person of the index? A person decides, can undo, and everything that followed is undone with it.
import { z } from 'zod';
import { route } from '../route/index.ts';
import { id, page, pageOf, version } from '../shapes/basic.ts';
import { birth } from '../shapes/birth.ts';
import { candidateView } from '../shapes/candidate.ts';
import { instant } from '../shapes/date.ts';
import { maybeText, text } from '../shapes/text.ts';
import { sex } from '../shapes/vocabulary.ts';

const decision = { linkId: id, version, reason: maybeText(400) };
const followed = z.object({ reports: z.number(), cases: z.number(), flags: z.number() });
const linked = z.object({
  linkId: id,
  decisionId: id,
  version: z.number(),
  state: z.enum(['candidate', 'confirmed', 'rejected', 'undone']),
  personId: id.nullable(),
  followed,
});
const personLine = z.object({
  id,
  name: z.string().nullable(),
  sex,
  ...birth,
  district: z.string().nullable(),
  version: z.number(),
});
const moves = z.object({ reports: z.number(), cases: z.number(), flags: z.number(), contacts: z.number() });
const joined = z.object({ decisionId: id, personId: id, followed });
const stewardship = ['administration', 'screening'] as const;

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
  previewMerge: route({
    method: 'POST',
    path: '/matching/merge/preview',
    summary: 'What would move if the two are one person, and what speaks against it',
    access: 'person.link',
    purpose: stewardship,
    problems: ['notFound', 'linkNotCertain'],
    keyed: false,
    input: z.object({ personId: id, otherId: id }),
    output: z.object({ kept: personLine, gone: personLine, against: z.array(z.enum(['number', 'birthDate', 'sex'])), moves }),
  }),
  merge: route({
    method: 'POST',
    path: '/matching/merge',
    summary: 'Two persons of the index are one; reports, flags, contacts and cases follow',
    access: 'person.link',
    purpose: stewardship,
    problems: ['notFound', 'versionConflict', 'linkNotCertain', 'linkUndone'],
    input: z.object({ personId: id, otherId: id, version, otherVersion: version, reason: text(400) }),
    output: joined,
  }),
  previewSplit: route({
    method: 'POST',
    path: '/matching/split/preview',
    summary: 'What would move if these source rows are somebody else',
    access: 'person.link',
    purpose: stewardship,
    problems: ['notFound', 'linkNotCertain', 'linkUndone'],
    keyed: false,
    input: z.object({ personId: id, linkIds: z.array(id).min(1).max(50) }),
    output: z.object({ person: personLine, moves }),
  }),
  split: route({
    method: 'POST',
    path: '/matching/split',
    summary: 'These source rows are somebody else; they found a new person',
    access: 'person.link',
    purpose: stewardship,
    problems: ['notFound', 'versionConflict', 'linkNotCertain', 'linkUndone'],
    input: z.object({ personId: id, version, linkIds: z.array(id).min(1).max(50), reason: text(400) }),
    output: joined,
  }),
  decisions: route({
    method: 'GET',
    path: '/matching/decisions',
    summary: 'Who decided on who is who, newest first',
    access: 'person.link',
    purpose: stewardship,
    problems: [],
    input: z.object({ ...page, personId: id.optional() }),
    output: pageOf(
      z.object({
        id,
        verb: z.enum(['confirm', 'reject', 'undo', 'merge', 'split']),
        linkId: id.nullable(),
        decidedAt: instant,
        decidedBy: z.string(),
        takenBackAt: instant.nullable(),
        takenBackBy: z.string().nullable(),
        mayTakeBack: z.boolean(),
        version: z.number(),
        persons: z.array(personLine.omit({ version: true }).extend({ joined: z.boolean().describe('joined to another person since') })),
      }),
    ),
  }),
  takeBack: route({
    method: 'POST',
    path: '/matching/decisions/{decisionId}/take-back',
    summary: 'Take a decision back; everything is as before it',
    access: 'person.link',
    purpose: stewardship,
    problems: ['notFound', 'versionConflict', 'linkNotCertain'],
    input: z.object({ decisionId: id, version, reason: text(400) }),
    output: z.object({ decisionId: id, version: z.number() }),
  }),
};
