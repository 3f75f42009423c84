// Which packs are there, and what do they look like in a county? The one place that puts programmes, overlays, instruments, indicators and words together.
// Cases are pinned to a version text that names the national version and the overlay's: `2026.1+64000.1`; `findProgramme` gives exactly that statement again.

import type { Instrument } from '@anwang/core/assessment';
import { caseActions, caseEventTypes, caseFactKinds } from '@anwang/core/cases';
import { type Dictionary, dictionary, type ValueSet } from '@anwang/core/concepts';
import { must } from '@anwang/core/lang';
import { applyOverlay, type Library, type Overlay, type Programme } from '@anwang/core/programs';
import { applyDeskOverlay, type Desk, type DeskOverlay } from '@anwang/core/screening';
import * as kaohsiung from './counties/kaohsiung/overlay.ts';
import * as nantou from './counties/nantou/overlay.ts';
import { earlierOf } from './earlier.ts';
import { overlayOf } from './overlay-of.ts';
import { childProtection } from './programs/child-protection/program.ts';
import { intimatePartnerViolence } from './programs/intimate-partner-violence/program.ts';
import { vulnerableFamily } from './programs/vulnerable-family/program.ts';
import { concepts, formValueSets } from './shared/concepts.ts';
import { desk } from './shared/desk.ts';
import { instruments } from './shared/instruments/index.ts';
import { measures } from './shared/measures.ts';
import { valueSets as sharedValueSets } from './shared/value-sets/index.ts';

/** The national programmes. */
export const programmes: readonly Programme[] = [vulnerableFamily, childProtection, intimatePartnerViolence];

const counties: readonly { readonly county: string; readonly overlays: readonly Overlay[]; readonly deskOverlay: DeskOverlay }[] = [
  kaohsiung,
  nantou,
];

/** Counties that have overlays. */
export const overlaidCounties: readonly string[] = counties.map((one) => one.county);

/** Every value set. */
export const valueSets: readonly ValueSet[] = [...sharedValueSets, ...formValueSets];

/** The dictionary of concepts. */
export const conceptDictionary: Dictionary = dictionary(concepts, valueSets);

/** What programmes are checked against. */
export const library: Library = {
  actions: Object.keys(caseActions),
  eventTypes: caseEventTypes,
  caseFacts: caseFactKinds(instruments.map((one) => one.id)),
  instruments: instruments.map(({ id, version }) => ({ id, version })),
  concepts: concepts.map((concept) => concept.id),
  measures: measures.map((measure) => measure.id),
};

const overlaysOf = (county: string): readonly Overlay[] => counties.find((one) => one.county === county)?.overlays ?? [];

function withOverlay(programme: Programme, county: string, version?: string): Programme {
  const overlay = overlayOf(overlaysOf(county), programme.id, version);
  if (overlay === undefined) return programme;
  // An overlay that does not apply is a bug of the packs, proved absent by a test: it must not reach a case.
  const applied = must(applyOverlay(programme, overlay));
  return { ...applied, version: `${programme.version}+${county}.${overlay.version}` };
}

/** The programmes as they stood before, for the cases pinned to them. */
export const earlierProgrammes: readonly Programme[] = programmes.flatMap((programme) => earlierOf(programme));
const built = new Map<string, Programme>();

/**
 * @param version of the national statement; the one in force where it is left out
 * @param ofOverlay version of the county's changes, likewise
 */
function known(id: string, county: string, version?: string, ofOverlay?: string): Programme | null {
  const national = [...programmes, ...earlierProgrammes].find(
    (programme) => programme.id === id && (version === undefined || programme.version === version),
  );
  if (national === undefined) return null;
  const key = `${id} ${national.version} ${county} ${ofOverlay ?? ''}`;
  const found = built.get(key);
  if (found !== undefined) return found;
  const programme = withOverlay(national, county, ofOverlay);
  built.set(key, programme);
  return programme;
}

/** The programme as it is in force in a county; null if there is none of that id. */
export function programmeFor(id: string, county: string): Programme | null {
  return known(id, county);
}

/** All programmes as they are in force in a county. */
export function programmesFor(county: string): Programme[] {
  return programmes.map((programme) => withOverlay(programme, county));
}

/** Every statement to which a case may be pinned: in force or earlier, national and of each county that has an overlay. */
export function everyStatement(): Programme[] {
  const national = [...programmes, ...earlierProgrammes];
  return [
    ...national,
    ...overlaidCounties.flatMap((county) =>
      national.flatMap((programme) => {
        const own = overlaysOf(county).filter((one) => one.programme === programme.id);
        return own.length === 0 ? [programme] : own.map(({ version }) => withOverlay(programme, county, version));
      }),
    ),
  ];
}

/** The programme at the version a case is pinned to; null if this catalogue does not hold it. */
export function findProgramme(id: string, version: string): Programme | null {
  const [, national = version, county = '', ofOverlay] = /^(.+)\+(\w+)\.(\w+)$/.exec(version) ?? [];
  const programme = known(id, county, national, ofOverlay);
  return programme !== null && programme.version === version ? programme : null;
}

const desks = new Map<string, Desk>();

/** The desk of a county, with its overlay. */
export function deskFor(county: string): Desk {
  const found = desks.get(county);
  if (found !== undefined) return found;
  const overlay = counties.find((one) => one.county === county)?.deskOverlay;
  const built =
    overlay === undefined ? desk : { ...must(applyDeskOverlay(desk, overlay)), version: `${desk.version}+${county}.${overlay.version}` };
  desks.set(county, built);
  return built;
}

/** The instrument of an id, in a version or in the present one; null if unknown. */
export function findInstrument(id: string, version?: string): Instrument | null {
  return instruments.find((one) => one.id === id && (version === undefined || one.version === version)) ?? null;
}

export { instruments, measures };
