// The packs as the server reads them: the desk and the programmes of a county with its overlay applied, and codes in words.
import type { Label } from '@anwang/core/lang';
import type { Wording } from '@anwang/core/rules';
import { type Desk, reportFactLabels } from '@anwang/core/screening';
import { deskFor, groundList, mandatoryReporterKinds, programmes, valueSets } from '@anwang/packs';

/** A label with both languages; a county's label without English shows the Chinese. */
export type Bilingual = { readonly zh: string; readonly en: string };
type Coded = { readonly code: string; readonly label: Bilingual };

export const bilingual = (label: Label): Bilingual => ({ zh: label.zh, en: label.en ?? label.zh });

export type PacksInForce = {
  desk(county: string): Desk;
  /** Whether a code stands in a value set. */
  has(set: string, code: string): boolean;
  /** A code in words; one that no set knows (an old pack) speaks for itself. */
  word(set: string, code: string): Coded;
  entries(set: string): readonly Coded[];
  sets(): readonly string[];
  wordsOfCodes(): NonNullable<Wording['values']>;
  isMandatory(reporterKind: string): boolean;
  isDanger(ground: string): boolean;
  programmeLabel(id: string): Bilingual;
  hasProgramme(id: string): boolean;
  /** A rule of second review in words. */
  reviewRule(county: string, id: string): Bilingual;
  /** Why a band stands, in words: a triage rule of the desk, new evidence, or an officer. */
  bandReason(county: string, id: string): Bilingual;
  /** A fact of triage in words: what is still to be asked. */
  fact(name: string): Coded;
};

/** Rules of second review that no desk's data can switch off (core/screening/review). */
const builtIn: Readonly<Record<string, Label>> = {
  'not-accepted': { zh: '不受理一律複核', en: 'Not accepting is always reviewed' },
  'information-only': { zh: '僅資訊提供一律複核', en: 'Information only is always reviewed' },
  'no-dispatch': { zh: '不派案一律複核', en: 'Not dispatching is always reviewed' },
  none: { zh: '無須複核', en: 'No second review needed' },
};

/** Reasons of a band that are no rules. */
const bandReasons: Readonly<Record<string, Label>> = {
  'new-evidence': { zh: '新事證', en: 'New evidence' },
  officer: { zh: '由篩案人員認定', en: 'Set by an officer' },
};
const formerRule: Label = { zh: '先前的規則', en: 'A former rule' };

/** Reads the packs once; desks are kept by county. */
export function packsInForce(): PacksInForce {
  const bySet = new Map(valueSets.map((set) => [set.id, new Map(set.entries.map((entry) => [entry.code, bilingual(entry.label)]))]));
  const desks = new Map<string, Desk>();
  const programmeLabels = new Map(programmes.map((programme) => [programme.id, bilingual(programme.label)]));
  const dangers = new Set(groundList.filter((ground) => ground.danger).map((ground) => ground.code));
  const mandatory = new Set(mandatoryReporterKinds);
  const words: NonNullable<Wording['values']> = {
    grounds: Object.fromEntries(bySet.get('grounds') ?? []),
    needs: Object.fromEntries([...(bySet.get('needType') ?? []), ...(bySet.get('need') ?? [])]),
    channel: Object.fromEntries(bySet.get('channel') ?? []),
    reporterKind: Object.fromEntries(bySet.get('reporterKind') ?? []),
    flags: Object.fromEntries(bySet.get('flag') ?? []),
    openProgrammes: Object.fromEntries(programmeLabels),
  };
  const deskOf = (county: string): Desk => {
    const held = desks.get(county) ?? deskFor(county);
    desks.set(county, held);
    return held;
  };
  return {
    desk: deskOf,
    has: (set, code) => bySet.get(set)?.has(code) ?? false,
    word: (set, code) => ({ code, label: bySet.get(set)?.get(code) ?? { zh: code, en: code } }),
    entries: (set) => [...(bySet.get(set) ?? [])].map(([code, label]) => ({ code, label })),
    sets: () => [...bySet.keys()],
    wordsOfCodes: () => words,
    isMandatory: (reporterKind) => mandatory.has(reporterKind),
    isDanger: (ground) => dangers.has(ground),
    programmeLabel: (id) => programmeLabels.get(id) ?? { zh: id, en: id },
    hasProgramme: (id) => programmeLabels.has(id),
    reviewRule: (county, id) => bilingual(deskOf(county).review.find((rule) => rule.id === id)?.label ?? builtIn[id] ?? { zh: id }),
    bandReason: (county, id) => bilingual(deskOf(county).triage.find((rule) => rule.id === id)?.label ?? bandReasons[id] ?? formerRule),
    fact: (name) => ({ code: name, label: bilingual(reportFactLabels[name] ?? { zh: name }) }),
  };
}
