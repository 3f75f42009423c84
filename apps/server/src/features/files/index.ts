// Attachments of reports and cases: in as a stream, out as a download that no browser will run.
import { fail } from '@anwang/core/lang';
import { keepUpload } from '../../files/keep-upload.ts';
import type { Handlers } from '../../http/handlers.ts';
import { download } from './download.ts';
import { ownerOf } from './owner-of.ts';

export const files: Handlers<'files'> = {
  upload: (input, call) =>
    call.within(async (tx) => {
      if (call.upload === null) return fail({ code: 'bodyUnreadable', reason: 'noFile' });
      const owner = await ownerOf(tx, input.ownerKind, input.ownerId);
      if (owner === null) return fail({ code: 'notFound', kind: input.ownerKind, id: input.ownerId });
      const kept = await keepUpload(tx, call, { ...owner, name: input.name, stream: call.upload });
      return kept.ok ? { ok: true, value: { ...kept.value, name: input.name } } : kept;
    }),
  download,
};
