// Reports coming in: the public page, the hotline desk, additions, attachments, and the receipt with which the reporter sees what may be told.
import { z } from 'zod';
import { route } from '../route/index.ts';
import { coded, countyId, id, label, nothing, page, pageOf } from '../shapes/basic.ts';
import { instant } from '../shapes/date.ts';
import { deskReportInput, reportInput } from '../shapes/report.ts';
import { foldText, maybeText, text } from '../shapes/text.ts';
import { band, reportStatus } from '../shapes/vocabulary.ts';

const receiptNumber = z
  .string()
  .max(60)
  .transform(foldText)
  .pipe(z.string().regex(/^[0-9A-Za-z-]{6,40}$/));
const receiptCode = z
  .string()
  .max(120)
  .transform((raw) => foldText(raw).replace(/[\s-]/g, '').toUpperCase())
  .pipe(z.string().regex(/^[0-9A-Z]{16,40}$/));
const receipt = { number: receiptNumber, code: receiptCode };
const fileName = text(200);

const received = z.object({
  receipt: z.string(),
  code: z.string().describe('shown once; only its hash is kept'),
  receivedAt: instant,
  handledBy: instant.describe('by when the desk decides'),
});

export const intake = {
  form: route({
    method: 'GET',
    path: '/public/report-form',
    summary: 'Places and choices of the report form',
    access: 'public',
    purpose: ['public'],
    problems: [],
    rateLimit: 'publicRead',
    input: nothing,
    output: z.object({
      counties: z.array(z.object({ id: z.string(), name: label, districts: z.array(z.object({ id: z.string(), name: label })) })),
      reporterKinds: z.array(coded.extend({ mandatory: z.boolean() })),
      relations: z.array(coded),
      whereabouts: z.array(coded),
      placeKinds: z.array(coded),
      grounds: z.array(coded.extend({ danger: z.boolean() })),
      needs: z.array(coded),
      channels: z.array(coded),
      demo: z.boolean(),
    }),
  }),
  report: route({
    method: 'POST',
    path: '/reports',
    summary: 'Report a person or family at risk; no account needed',
    access: 'public',
    purpose: ['public'],
    problems: ['demoAndReal'],
    rateLimit: 'publicReport',
    input: reportInput,
    output: received,
  }),
  deskReport: route({
    method: 'POST',
    path: '/intake/reports',
    summary: 'A report taken by the hotline or entered by an officer',
    access: 'report.create',
    purpose: ['intake'],
    problems: ['demoAndReal'],
    input: deskReportInput,
    output: received.extend({ reportId: id, band }),
  }),
  taken: route({
    method: 'GET',
    path: '/intake/reports',
    summary: 'Reports the caller has taken',
    access: 'report.create',
    purpose: ['intake'],
    problems: [],
    input: z.object(page),
    output: pageOf(z.object({ id, number: z.string(), receivedAt: instant, channel: z.string(), status: reportStatus, band })).extend({
      today: z.number().int().describe('how many the caller has taken today'),
    }),
  }),
  receiptStatus: route({
    method: 'POST',
    path: '/receipts/status',
    summary: 'What may be told about a report',
    access: 'public',
    purpose: ['public'],
    problems: ['receiptUnknown', 'receiptLocked'],
    rateLimit: 'receipt',
    keyed: false,
    input: z.object(receipt),
    output: z.object({
      receipt: z.string(),
      state: z.enum(['received', 'handling', 'handled']),
      receivedAt: instant,
      handledAt: instant.nullable(),
      additions: z.array(z.object({ at: instant, kind: z.enum(['text', 'file']) })),
      wantsReply: z.boolean(),
      handedTo: label.nullable().describe('the county that goes on with it'),
      ask: z.object({ unit: label, telephone: z.string() }).nullable().describe('where the public may ask'),
    }),
  }),
  addByReceipt: route({
    method: 'POST',
    path: '/receipts/additions',
    summary: 'Add information to an own report',
    access: 'public',
    purpose: ['public'],
    problems: ['receiptUnknown', 'receiptLocked'],
    rateLimit: 'receipt',
    input: z.object({ ...receipt, text: text(4000), immediateDanger: z.boolean().default(false) }),
    output: z.object({ at: instant }),
  }),
  attachByReceipt: route({
    method: 'POST',
    path: '/receipts/{number}/files',
    summary: 'Attach a file to an own report; the code stands in the header receipt-code, the body is the file',
    access: 'public',
    purpose: ['public'],
    problems: ['receiptUnknown', 'receiptLocked', 'fileRejected'],
    rateLimit: 'upload',
    body: 'stream',
    input: z.object({ number: receiptNumber, name: fileName }),
    output: z.object({ id, bytes: z.number(), type: z.string() }),
  }),
  add: route({
    method: 'POST',
    path: '/reports/{reportId}/additions',
    summary: 'New evidence on a report; it may raise the band at once',
    access: 'report.append',
    purpose: ['intake', 'screening', 'review', 'casework', 'supervision'],
    problems: ['notFound'],
    input: z.object({
      reportId: id,
      text: text(4000),
      grounds: z.array(z.string().max(80)).max(30).default([]),
      immediateDanger: z.boolean().default(false),
      source: maybeText(80),
    }),
    output: z.object({ id, at: instant, band, raised: z.boolean() }),
  }),
  counties: route({
    method: 'GET',
    path: '/public/counties/{county}',
    summary: 'Telephone numbers and desk of a county',
    access: 'public',
    purpose: ['public'],
    problems: ['notFound'],
    rateLimit: 'publicRead',
    input: z.object({ county: countyId }),
    output: z.object({ id: z.string(), name: label, desk: label.nullable() }),
  }),
};
