// narrative: from free text to coded concepts, with the stretches that speak of them. It proposes; people decide.
export { type Evidence, extract } from './rules/extract.ts';
export { type Finding, findings } from './rules/findings.ts';
