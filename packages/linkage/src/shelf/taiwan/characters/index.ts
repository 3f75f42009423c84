// What the Taiwan shelf knows of single characters: readings, variants, look-alikes. Tables are parsed at first use.
export { allSyllables, readingOf, secondReadingOf, spellingOf, surnameReadingOf, syllableId, syllableOf } from './readings.ts';
export { looksAlike } from './shapes.ts';
export { likeSound, SOUNDS, type Sound, soundOf, surnameSoundOf } from './sounds.ts';
export { canonicalOf, canonicalText } from './variants.ts';
