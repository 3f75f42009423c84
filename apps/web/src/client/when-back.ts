// What was pressed without a network is sent by itself once there is one, as long as the form stands open: the same content under the same key, so that it is done once.
import { useCallback, useState } from 'react';
import { useAgain } from '../drafts/use-again.ts';
import { useSessionLost } from '../session/lost.ts';
import type { ProblemView } from './problem.ts';

/** Whether something waits to be sent; `hold` takes a problem of the network and says so, `stop` lets it wait for a press again. */
export function useWhenBack(send: () => void): { waiting: boolean; hold: (problem: ProblemView) => boolean; stop: () => void } {
  const [waiting, setWaiting] = useState(false);
  const lost = useSessionLost();
  useAgain(waiting && !lost, send);
  const hold = useCallback((problem: ProblemView) => {
    setWaiting(problem.offline);
    return problem.offline;
  }, []);
  const stop = useCallback(() => setWaiting(false), []);
  return { waiting, hold, stop };
}
