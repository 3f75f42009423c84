export { type SystemActorName, systemActors } from './system-actors.ts';
