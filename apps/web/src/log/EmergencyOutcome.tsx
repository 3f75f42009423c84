// Was an emergency access right? Until somebody has said so, by when it must be said.
import type { api } from '../client/api.ts';
import { Badge } from '../ui/Badge.tsx';
import { Clock } from '../ui/Clock.tsx';
import { m } from '../words/index.ts';

type Use = Awaited<ReturnType<typeof api.breakglass.list>>['rows'][number];

/** The clock of the review, or its finding. */
export function EmergencyOutcome({ use }: { use: Use }) {
  if (!use.reviewedAt) return <Clock start={use.at} due={use.reviewDue} layout="inline" />;
  return use.outcome === 'justified' ? (
    <Badge tone="normal">{m.breakglass_justified()}</Badge>
  ) : (
    <Badge tone="urgent">{m.breakglass_not_justified()}</Badge>
  );
}
