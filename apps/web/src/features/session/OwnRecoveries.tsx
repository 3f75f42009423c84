// Somebody asked to recover this account while its holder is signed in: said plainly, with the button that stops it.
import { useQuery } from '@tanstack/react-query';
import { api } from '../../client/api.ts';
import { useWrite } from '../../client/write.ts';
import { partWord } from '../../recovery/recovery-words.ts';
import { Button } from '../../ui/Button.tsx';
import { formatMoment, m } from '../../words/index.ts';

/** Nothing where nobody asked. */
export function OwnRecoveries() {
  const own = useQuery({ queryKey: ['recoveries', 'own'], queryFn: () => api.recoveries.own({}), refetchInterval: 30_000 });
  const stop = useWrite(api.recoveries.stopOwn, { done: m.recovery_stop_done() });
  return (own.data?.rows ?? []).map((each) => (
    <p key={each.id} role="alert" className="urg row wrap">
      {m.recovery_own({ name: each.askedBy ?? m.recovery_machine(), time: formatMoment(each.askedAt), what: partWord(each.what) })}
      <Button busy={stop.busy} onClick={() => stop.run({ recoveryId: each.id })}>
        {m.recovery_stop()}
      </Button>
    </p>
  ));
}
