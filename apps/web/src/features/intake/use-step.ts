// Which step of the report is shown stands in the address, so that a reload stays there; going on leaves no trail of pages behind.
import { useState } from 'react';

type Step = 1 | 2 | 3;

function asked(): Step {
  const step = new URLSearchParams(window.location.search).get('step');
  return step === '2' ? 2 : step === '3' ? 3 : 1;
}

/** The step, and the way to another one. */
export function useStep(): [Step, (next: number) => void] {
  const [step, setStep] = useState(asked);
  const go = (next: number) => {
    const url = new URL(window.location.href);
    if (next === 1) url.searchParams.delete('step');
    else url.searchParams.set('step', String(next));
    window.history.replaceState(window.history.state, '', url);
    setStep(asked());
  };
  return [step, go];
}
