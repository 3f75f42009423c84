// 我需要支援: one press, a question with a line for words, and it is sent. Where there is no network it says that nothing was sent and whom to telephone.
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { m } from '../../words/index.ts';
import type { Workspace } from './queries.ts';
import { SupportDialog } from './SupportDialog.tsx';

type Props = { one: Workspace; planId?: string | undefined; size?: 'small' };

/** The button; nothing for whoever may not call, or has called already. */
export function CallSupport({ one, planId, size }: Props) {
  const [asking, setAsking] = useState(false);
  if (!one.allowed.some((each) => each.type === 'callSupport')) return null;
  return (
    <>
      <Button tone="danger" {...(size ? { size } : {})} onClick={() => setAsking(true)}>
        <Icon name="shield" />
        {m.support_call()}
      </Button>
      {asking && <SupportDialog one={one} type="callSupport" planId={planId} onClose={() => setAsking(false)} />}
    </>
  );
}
