export { type AskOptions, ask, type Question } from './ask.ts';
export { calibrateByLabels, type LabelledWeight } from './calibrate.ts';
