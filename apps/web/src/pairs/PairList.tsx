// Pairs in doubt, one below the other, each with its decision.
import { useState } from 'react';
import type { api } from '../client/api.ts';
import { PairLine } from './PairLine.tsx';
import styles from './Pairs.module.css';

type Pair = Awaited<ReturnType<typeof api.matching.candidates>>['rows'][number];

/** The list, in the order given. */
export function PairList({ pairs }: { pairs: readonly Pair[] }) {
  // A decided pair leaves and the next one moves under the pointer: a second click of a double click must not decide that one.
  const [settling, setSettling] = useState(false);
  const settle = () => {
    setSettling(true);
    window.setTimeout(() => setSettling(false), 900);
  };
  return (
    <ul className={settling ? styles.settling : ''}>
      {pairs.map((pair) => (
        <PairLine key={pair.linkId} pair={pair} onDecided={settle} />
      ))}
    </ul>
  );
}
