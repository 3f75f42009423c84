// Break-glass: in an emergency what is closed opens for one hour, with a reason; the supervisor is told at once and it is reviewed within three days.
import { api } from '../client/api.ts';
import { useWrite } from '../client/write.ts';
import { say } from '../ui/toast.tsx';
import { formatTime, m } from '../words/index.ts';
import { ReasonDialog } from './ReasonDialog.tsx';

/** The dialog for one record. */
export function BreakGlassDialog({ kind, id, onClose }: { kind: 'person' | 'case' | 'report'; id: string; onClose: () => void }) {
  const use = useWrite(api.breakglass.use, {
    onDone: (answer) => {
      say(m.breakglass_open_until({ time: formatTime(answer.until) }));
      onClose();
    },
  });
  return (
    <ReasonDialog
      title={m.breakglass()}
      note={m.breakglass_note()}
      least={10}
      most={1000}
      action={m.breakglass_action()}
      busy={use.busy}
      onClose={onClose}
      draft={`breakglass.${kind}.${id}`}
      onReason={(reason, sent) => use.run({ targetKind: kind, targetId: id, reason }, { onSuccess: sent })}
    />
  );
}
