export { type Chance, chanceOf } from './chance.ts';
