export { drawAssessment } from './assess.ts';
export { caseLife, type LifeSetting } from './case-life.ts';
export { type Rhythm, rhythmOf } from './rhythm.ts';
export type { Actor } from './script.ts';
