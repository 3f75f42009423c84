// `?` shows the keys that are in force on this screen.
import { Dialog } from '../ui/Dialog.tsx';
import { capOf, Key } from '../ui/Key.tsx';
import { useActsInForce } from '../ui/keys.ts';
import { m } from '../words/index.ts';

/** The window of keys. */
export function KeysDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const keys = useActsInForce().flatMap(({ key, does }) => (key === undefined ? [] : [{ key, does }]));
  return (
    <Dialog title={m.keys_title()} open={open} onClose={onClose}>
      <ul className="stack">
        <li className="row">
          <Key>Ctrl K</Key>
          <span>{m.search_open()}</span>
        </li>
        {keys.map((binding) => (
          <li className="row" key={`${binding.key}-${binding.does}`}>
            <Key>{capOf(binding.key)}</Key>
            <span>{binding.does}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
