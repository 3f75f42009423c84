// The value of a contact, or the button that opens it with a reason; beside it the mark that it is kept from the other side.
import { useState } from 'react';
import { api } from '../client/api.ts';
import { useWrite } from '../client/write.ts';
import { ReasonDialog } from '../frame/ReasonDialog.tsx';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { contactWord } from '../words/contact.ts';
import { m } from '../words/index.ts';

type Contact = { readonly id: string; readonly kind: string; readonly value: string | null; readonly protected: boolean };

/** One value. */
export function OpenContact({ personId, contact }: { personId: string; contact: Contact }) {
  const [asking, setAsking] = useState(false);
  const [opened, setOpened] = useState<string | undefined>(undefined);
  const reveal = useWrite(api.people.reveal, {
    refresh: [],
    onDone: ({ value }) => {
      setOpened(value);
      setAsking(false);
    },
  });
  const value = opened ?? contact.value;
  return (
    <>
      {/* What is kept from the other side is not put on paper, whoever reads it there. */}
      {value ? (
        <span data-print={contact.protected ? 'no' : undefined}>{value}</span>
      ) : (
        <Button size="small" aria-label={m.contact_open({ kind: contactWord(contact.kind) })} onClick={() => setAsking(true)}>
          <Icon name="lock" />
          {m.open()}
        </Button>
      )}{' '}
      {contact.protected && (
        <Badge tone="attention">
          <Icon name="shield" />
          {m.shielded()}
        </Badge>
      )}
      {asking && (
        <ReasonDialog
          title={m.contact_open({ kind: contactWord(contact.kind) })}
          note={m.reveal_note()}
          busy={reveal.busy}
          onClose={() => setAsking(false)}
          draft={`reveal.${contact.id}`}
          onReason={(reason, sent) => reveal.run({ personId, kind: 'contact', id: contact.id, reason }, { onSuccess: sent })}
        />
      )}
    </>
  );
}
