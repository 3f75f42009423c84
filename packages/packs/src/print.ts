// How do the packs look as JSON? One text per file, committed under json/ and compared by a test, so that every change of a pack is seen in review.

import { deskFor, earlierProgrammes, instruments, measures, programmes, programmesFor, valueSets } from './catalog.ts';
import * as kaohsiung from './counties/kaohsiung/overlay.ts';
import * as nantou from './counties/nantou/overlay.ts';
import { communityGarden } from './fixture/program.ts';
import { concepts } from './shared/concepts.ts';
import { desk } from './shared/desk.ts';
import { lexicon } from './shared/narrative.ts';

function text(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}

/** All files by path under json/. */
export function packsAsJson(): Record<string, string> {
  const files: Record<string, string> = {
    'desk.json': text(desk),
    'lexicon.json': text(lexicon),
    'fixture.json': text(communityGarden),
    'measures.json': text(measures),
    'concepts.json': text(concepts),
    'value-sets.json': text(valueSets),
  };
  for (const programme of programmes) files[`programmes/${programme.id}.json`] = text(programme);
  for (const programme of earlierProgrammes) files[`earlier/${programme.version}/${programme.id}.json`] = text(programme);
  for (const instrument of instruments) files[`instruments/${instrument.id}.json`] = text(instrument);
  for (const { county } of [kaohsiung, nantou]) {
    for (const programme of programmesFor(county))
      if (programme.overlays.length > 0) files[`counties/${county}/${programme.id}.json`] = text(programme);
    files[`counties/${county}/desk.json`] = text(deskFor(county));
  }
  return files;
}
