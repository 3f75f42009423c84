// Uses of break-glass that wait for this person's judgement, within three days.
import { useQuery } from '@tanstack/react-query';
import { api } from '../../client/api.ts';
import { useWrite } from '../../client/write.ts';
import { useDraft } from '../../drafts/use-draft.ts';
import { FormDialog } from '../../frame/FormDialog.tsx';
import { useUrl } from '../../frame/url.ts';
import { EmergencyOutcome } from '../../log/EmergencyOutcome.tsx';
import { may, useMe } from '../../session/me.ts';
import { Button } from '../../ui/Button.tsx';
import { Clock } from '../../ui/Clock.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { OptionRow, TextArea } from '../../ui/inputs.tsx';
import { Section } from '../../ui/Section.tsx';
import { formatMoment, m } from '../../words/index.ts';
import styles from './Workbench.module.css';

const nothing = { outcome: '', note: '' };

type Use = Awaited<ReturnType<typeof api.breakglass.list>>['rows'][number];

/** The list; nothing when there is none. */
export function Reviews() {
  const me = useMe();
  const [url, setUrl] = useUrl('review');
  const setOpen = (use: Use | undefined) => setUrl({ review: use?.id }, true);
  const uses = useQuery({
    queryKey: ['breakglass'],
    queryFn: () => api.breakglass.list({ open: true, limit: 50 }),
    enabled: may(me, 'breakglass.review'),
    // A supervisor is told at once: also when the workbench stays open.
    refetchInterval: 30_000,
  });
  const rows = uses.data?.rows ?? [];
  // A notice leads to the use it speaks of.
  const open = rows.find((use) => use.id === url.review);
  // Of one that was judged already a notice tells too: it is read, not judged again.
  const past = useQuery({
    queryKey: ['breakglass', 'all'],
    queryFn: () => api.breakglass.list({ limit: 200 }),
    enabled: url.review !== undefined && uses.isSuccess && open === undefined,
  });
  const judged = open ? undefined : past.data?.rows.find((use) => use.id === url.review && use.outcome !== null);
  const read = judged && <JudgedDialog use={judged} onClose={() => setOpen(undefined)} />;
  if (rows.length === 0) return read ?? null;
  return (
    <>
      <Section as="h2" title={m.breakglass_reviews({ n: rows.length })} />
      <ul className={styles.changes}>
        {rows.map((use) => (
          <li key={use.id}>
            <span />
            <span>
              <b>{use.accountName}</b> {use.targetNumber ?? ''} {use.reason}
            </span>
            <Button size="small" onClick={() => setOpen(use)}>
              {m.breakglass_review()}
            </Button>
            <span className="i3 t-xs">
              {formatMoment(use.at)} <Clock start={use.at} due={use.reviewDue} layout="inline" />
            </span>
          </li>
        ))}
      </ul>
      {read}
      {open && <ReviewDialog use={open} onClose={() => setOpen(undefined)} />}
    </>
  );
}

/** What was opened, why, and what was found of it. */
function JudgedDialog({ use, onClose }: { use: Use; onClose: () => void }) {
  return (
    <Dialog title={m.breakglass()} open onClose={onClose}>
      <p>{[use.accountName, formatMoment(use.at), use.targetNumber ?? '', use.reason].filter(Boolean).join(m.clause_mark())}</p>
      <p>
        <EmergencyOutcome use={use} /> {use.reviewedAt && <span className="i3">{formatMoment(use.reviewedAt)}</span>}
      </p>
    </Dialog>
  );
}

function ReviewDialog({ use, onClose }: { use: Use; onClose: () => void }) {
  const { value, change, state, savedAt, drop } = useDraft(`breakglass-review.${use.id}`, nothing);
  const { outcome, note } = value;
  const review = useWrite(api.breakglass.review, {
    done: m.recorded(),
    onDone: () => {
      drop();
      onClose();
    },
  });
  return (
    <FormDialog
      title={m.breakglass_review()}
      action={m.record()}
      busy={review.busy}
      ready={outcome !== '' && note.trim() !== ''}
      draft={{ state, savedAt }}
      onClose={onClose}
      onSend={() => review.run({ useId: use.id, outcome: outcome === 'justified' ? 'justified' : 'notJustified', note })}
    >
      <p>
        {use.accountName}
        {m.clause_mark()}
        {formatMoment(use.at)}
        {m.clause_mark()}
        {use.targetNumber ? `${use.targetNumber}${m.clause_mark()}` : ''}
        {use.reason}
      </p>
      <OptionRow
        label={m.breakglass_right()}
        value={outcome}
        onChange={(next) => change({ ...value, outcome: next })}
        choices={[
          { value: 'justified', label: m.breakglass_justified() },
          { value: 'notJustified', label: m.breakglass_not_justified() },
        ]}
      />
      <TextArea label={m.reason()} required rows={3} maxLength={1000} value={note} onChange={(next) => change({ ...value, note: next })} />
    </FormDialog>
  );
}
