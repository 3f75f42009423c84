export { drawAssessment } from './assess.ts';
export { caseLife } from './case-life.ts';
export type { LifeSetting } from './living.ts';
export { type Rhythm, rhythmOf } from './rhythm.ts';
export type { Actor } from './script.ts';
