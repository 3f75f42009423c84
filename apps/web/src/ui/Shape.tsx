// The four meanings have three signals each: colour, word and shape. This draws the shape: triangle, hourglass, diamond, ring.
export type Meaning = 'urgent' | 'overdue' | 'attention' | 'normal';

/** The mark of a meaning; the word beside it carries the meaning for screen readers. */
export function Shape({ meaning }: { meaning: Meaning }) {
  return (
    <svg className="sh" viewBox="0 0 10 10" aria-hidden="true">
      {meaning === 'urgent' && <path d="M5 .6 9.800 9.400H.2z" />}
      {meaning === 'overdue' && <path d="M1 .5h8L5.700 5 9 9.500H1L4.300 5z" />}
      {meaning === 'attention' && <path d="M5 .2 9.800 5 5 9.800.2 5z" />}
      {meaning === 'normal' && <circle cx="5" cy="5" r="3.700" fill="none" strokeWidth="1.600" />}
    </svg>
  );
}
