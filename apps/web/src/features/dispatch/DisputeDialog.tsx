// Not ours: once, with a coded reason and words, perhaps a better unit; the arbiter decides by a clock.
import { useQuery } from '@tanstack/react-query';
import { api } from '../../client/api.ts';
import { useWriteWhenBack } from '../../client/write-when-back.ts';
import { useDraft } from '../../drafts/use-draft.ts';
import { FormDialog } from '../../frame/FormDialog.tsx';
import { Chooser } from '../../ui/Chooser.tsx';
import { type Choice, SelectInput, TextArea } from '../../ui/inputs.tsx';
import { m } from '../../words/index.ts';
import { useChoices, useLabel } from '../../words/label.ts';
import { betterUnits, serves } from './better-units.ts';
import type { DispatchOne } from './queries.ts';

const nothing = { reason: '', note: '', unit: '' };

/** The dialog. */
export function DisputeDialog({ dispatch, onClose }: { dispatch: DispatchOne; onClose: () => void }) {
  const choicesOf = useChoices();
  const label = useLabel();
  const { value, change, state, savedAt, drop } = useDraft(`dispute.${dispatch.id}`, nothing);
  const { reason, note, unit } = value;
  const units = useQuery({
    queryKey: ['units', dispatch.programme],
    queryFn: () => api.reference.units({ programme: dispatch.programme }),
    staleTime: 600_000,
  });
  const send = useWriteWhenBack(api.dispatch.dispute, {
    done: m.disputed(),
    onDone: () => {
      drop();
      onClose();
    },
  });
  const put = (more: Partial<typeof value>) => {
    send.back.stop();
    change({ ...value, ...more });
  };
  // As wherever a unit is chosen: those that serve the district come first.
  const choices = betterUnits(units.data?.units ?? [], dispatch).map(
    (each): Choice => ({
      value: each.id,
      label: label(each.name),
      group: serves(each, dispatch.district) ? m.units_fitting() : m.units_elsewhere(),
    }),
  );
  return (
    <FormDialog
      title={m.dispute_title()}
      action={m.dispute()}
      busy={send.busy}
      ready={reason !== '' && note.trim() !== ''}
      draft={{ state, savedAt }}
      back={send.back}
      onClose={onClose}
      onSend={() => send.run({ dispatchId: dispatch.id, version: dispatch.version, reason, note, betterUnitId: unit || null })}
    >
      <p>{m.dispute_once()}</p>
      <SelectInput
        label={m.coded_reason()}
        required
        value={reason}
        choices={choicesOf('disputeReason')}
        onChange={(next) => put({ reason: next })}
      />
      <TextArea label={m.reason()} required rows={3} maxLength={1000} value={note} onChange={(next) => put({ note: next })} />
      {choices.length > 0 && (
        <Chooser
          key={`${state} ${choices.length}`}
          label={m.better_unit()}
          hint={m.better_unit_hint()}
          value={unit}
          choices={choices}
          onChange={(next) => put({ unit: next })}
        />
      )}
    </FormDialog>
  );
}
