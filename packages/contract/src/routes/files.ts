// Attachments: streamed in, typed by content, kept encrypted; handed out as a copy without metadata, as a download from a sandboxed reply.
import { z } from 'zod';
import { route } from '../route/index.ts';
import { id } from '../shapes/basic.ts';
import { text } from '../shapes/text.ts';

export const files = {
  upload: route({
    method: 'POST',
    path: '/files',
    summary: 'Attach a file to a report or a case; the body is the file',
    access: 'file.write',
    purpose: ['intake', 'screening', 'casework', 'supervision', 'network'],
    problems: ['notFound', 'fileRejected'],
    rateLimit: 'upload',
    body: 'stream',
    input: z.object({ ownerKind: z.enum(['report', 'case']), ownerId: id, name: text(200) }),
    output: z.object({ id, bytes: z.number(), type: z.string(), name: z.string() }),
  }),
  download: route({
    method: 'GET',
    path: '/files/{fileId}',
    summary: 'The copy without metadata',
    access: 'file.read',
    purpose: ['screening', 'review', 'dispatch', 'casework', 'supervision', 'network'],
    problems: ['notFound', 'erased', 'fileRejected'],
    reply: 'stream',
    input: z.object({ fileId: id }),
    output: z.unknown(),
  }),
};
