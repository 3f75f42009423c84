// 出發、抵達、離開 of a planned visit, for whoever goes: one press each, with the minutes until the visit is meant to be over; when nobody tells, the supervisor is told.
import { useState } from 'react';
import { useMe } from '../../session/me.ts';
import { Button } from '../../ui/Button.tsx';
import { Clock } from '../../ui/Clock.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { NumberInput } from '../../ui/inputs.tsx';
import { useNow } from '../../ui/now.ts';
import { formatTime, m } from '../../words/index.ts';
import type { Workspace } from './queries.ts';
import { useAct } from './use-act.ts';

type Plan = Workspace['planned'][number];
type Step = 'departed' | 'arrived' | 'left';

const stepWord: Readonly<Record<Step, () => string>> = { departed: m.way_departed, arrived: m.way_arrived, left: m.way_left };

/** What was told, and what can be told next; nothing for a call, and for whoever does not go nothing until somebody is under way. */
export function OnTheWay({ one, plan }: { one: Workspace; plan: Plan }) {
  const me = useMe();
  const now = useNow();
  const [asking, setAsking] = useState<Step | undefined>(undefined);
  const { departedAt, arrivedAt, leftAt, until } = plan.underWay;
  const act = useAct(one.id, { done: m.recorded(), onDone: () => setAsking(undefined) });
  const tell = (step: Step, minutes: number | null) =>
    act.run({ caseId: one.id, version: one.version, command: { type: 'tellVisit', planId: plan.id, step, minutes } });
  if (plan.kind !== 'visit') return null;
  const goes = plan.accountId === me.id || plan.alongIds.includes(me.id);
  const may = goes && leftAt === null && one.allowed.some((each) => each.type === 'tellVisit');
  const told = [
    departedAt && `${m.way_departed()} ${formatTime(departedAt)}`,
    arrivedAt && `${m.way_arrived()} ${formatTime(arrivedAt)}`,
    leftAt && `${m.way_left()} ${formatTime(leftAt)}`,
    until && m.way_until({ time: formatTime(until) }),
  ].filter(Boolean);
  const begun = arrivedAt ?? departedAt;
  return (
    <>
      {told.length > 0 && (
        <div className="t-xs">
          {told.join(m.clause_mark())} {begun && until && Date.parse(until) < now && <Clock start={begun} due={until} layout="inline" />}
        </div>
      )}
      {may && (
        <div className="row wrap" data-print="no">
          {departedAt === null && arrivedAt === null && (
            <Button size="small" onClick={() => setAsking('departed')}>
              {m.way_departed()}
            </Button>
          )}
          {arrivedAt === null && (
            <Button size="small" onClick={() => setAsking('arrived')}>
              {m.way_arrived()}
            </Button>
          )}
          {begun !== null && (
            <Button size="small" tone="primary" busy={act.busy} onClick={() => tell('left', null)}>
              {m.way_left()}
            </Button>
          )}
        </div>
      )}
      {asking && (
        <Until plan={plan} step={asking} busy={act.busy} onSend={(minutes) => tell(asking, minutes)} onClose={() => setAsking(undefined)} />
      )}
    </>
  );
}

type UntilProps = { plan: Plan; step: Step; busy: boolean; onSend: (minutes: number | null) => void; onClose: () => void };

function Until({ plan, step, busy, onSend, onClose }: UntilProps) {
  const [minutes, setMinutes] = useState<number | null>(plan.minutes ?? 60);
  return (
    <Dialog
      title={stepWord[step]()}
      open
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{m.cancel()}</Button>
          <Button tone="primary" busy={busy} onClick={() => onSend(minutes)}>
            {stepWord[step]()}
          </Button>
        </>
      }
    >
      <NumberInput label={m.way_minutes()} value={minutes} onChange={setMinutes} min={5} max={720} hint={m.way_note()} />
    </Dialog>
  );
}
