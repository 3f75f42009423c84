// "Why can I see this?": the grants of the viewer that open the thing, and the kinds of data that stay closed, read from the same statement that decides.
import type { InputOf, OutputOf } from '@anwang/contract';
import {
  type Action,
  type DataClass,
  dataClasses,
  decide,
  type Grant,
  type Purpose,
  purposes,
  type Resource,
  roles,
} from '@anwang/core/access';
import { fail, ok, type Result } from '@anwang/core/lang';
import { readResource } from '@anwang/store/intake';
import type { Tx } from '@anwang/store/session';
import type { Call } from '../../http/call.ts';
import { bilingual } from '../../packs-in-force.ts';

type Why = OutputOf<'reference', 'why'>;
const actionOf: Readonly<Record<'report' | 'case' | 'person', Action>> = {
  report: 'report.read',
  case: 'case.read',
  person: 'person.read',
};

const reachWords: Readonly<Record<string, { zh: string; en: string }>> = {
  national: { zh: '全國', en: 'the whole country' },
  county: { zh: '所屬縣市', en: 'the own county' },
  district: { zh: '所屬行政區', en: 'the own district' },
  unit: { zh: '所屬單位承辦', en: 'held by the own unit' },
  assigned: { zh: '本人主責或協力', en: 'assigned to me' },
  shared: { zh: '他人共享', en: 'shared with me' },
  own: { zh: '本人建立', en: 'made by me' },
  one: { zh: '緊急調閱', en: 'emergency access' },
};

const classWords: Readonly<Record<DataClass, { zh: string; en: string }>> = {
  basic: { zh: '基本事項', en: 'basic facts' },
  personal: { zh: '個人資料', en: 'personal data' },
  contact: { zh: '聯絡方式與住址', en: 'contacts and addresses' },
  identifier: { zh: '身分證號', en: 'identity numbers' },
  narrative: { zh: '敘述與紀錄', en: 'narratives and notes' },
  assessment: { zh: '評估', en: 'assessments' },
  health: { zh: '健康與醫療', en: 'health' },
  criminal: { zh: '前科與司法', en: 'criminal records' },
  match: { zh: '勾稽比對', en: 'matches' },
  reporter: { zh: '通報人身分', en: 'the identity of the reporter' },
  security: { zh: '系統安全', en: 'security' },
};

/** What the viewer has opened in an emergency, as the grant it is to the policies. */
async function openInEmergency(tx: Tx, call: Call, id: string): Promise<Grant[]> {
  const uses = await tx
    .selectFrom('access.break_glass')
    .select(['started_at', 'until'])
    .where('account_id', '=', call.actor.id)
    .where('target_id', '=', id)
    .where('until', '>', call.now)
    .where('ended_at', 'is', null)
    .execute();
  return uses.map((use) => ({ role: 'breakGlass', reach: { kind: 'one', id }, from: use.started_at, until: use.until }));
}

/** Every purpose under which some grant opens the thing. Each is asked in a session of its own, one after the other: none is held while another is waited for. */
export async function whySeen(input: InputOf<'reference', 'why'>, call: Call): Promise<Result<Why>> {
  const action = actionOf[input.kind];
  const emergency = await call.within(async (tx) => ok(await openInEmergency(tx, call, input.id)));
  if (!emergency.ok) return emergency;
  const actor = { ...call.actor, grants: [...call.actor.grants, ...emergency.value] };
  const fitting: readonly Purpose[] = purposes.filter((purpose) => decide(actor, action, purpose, null, call.now).allow);
  let resource: Resource | null = null;
  for (const purpose of fitting) {
    resource = await call.house.store.withActor(call.actor, purpose, { route: call.route }, (own) =>
      readResource(own, input.kind, input.id),
    );
    if (resource) break;
  }
  if (!resource) return fail({ code: 'notFound', kind: input.kind, id: input.id });
  const basis: Why['basis'] = [];
  const seen = new Set<DataClass>();
  for (const purpose of fitting) {
    const decision = decide(actor, action, purpose, resource, call.now);
    for (const name of decision.mask) seen.add(name);
    for (const one of decision.basis) {
      const reach = one.within ?? one.reach.kind;
      const label = bilingual(roles[one.role].label);
      const words = reachWords[reach] ?? { zh: reach, en: reach };
      if (!basis.some((other) => other.role === one.role && other.reach === reach))
        basis.push({
          role: one.role,
          reach,
          sentence: { zh: `您是${label.zh}，範圍：${words.zh}。`, en: `You are ${label.en}; reach: ${words.en}.` },
        });
    }
  }
  const hidden = dataClasses.filter((name) => !seen.has(name)).map((name) => classWords[name]);
  return call.within(async (tx) => {
    tx.audit({ action: 'access.why', ids: [input.id], ...(input.kind === 'person' ? { personIds: [input.id] } : {}) });
    return ok({ allowed: basis.length > 0, basis, hidden });
  });
}
