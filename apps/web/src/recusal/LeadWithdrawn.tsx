// The lead of a case has withdrawn from it: nobody works on it until whoever may give it to somebody else sees that, where the lead is named.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../client/api.ts';
import { may, useMe } from '../session/me.ts';
import { Badge } from '../ui/Badge.tsx';
import { m } from '../words/index.ts';

/** Nothing where the lead works on the case, or where the viewer could not change it. */
export function LeadWithdrawn({ caseId, leadId }: { caseId: string; leadId: string | null }) {
  const me = useMe();
  const query = useQuery({
    queryKey: ['recusals', 'newest'],
    queryFn: () => api.recusals.list({ limit: 200 }),
    enabled: may(me, 'recusal.lift') && leadId !== null,
    staleTime: 60_000,
  });
  const withdrawn = query.data?.rows.some((row) => row.kind === 'case' && row.targetId === caseId && row.accountId === leadId) ?? false;
  return withdrawn ? (
    <Link to={`/cases/${caseId}?act=handOverLead`}>
      <Badge tone="attention">{m.lead_withdrawn()}</Badge>
    </Link>
  ) : null;
}
