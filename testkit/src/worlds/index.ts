export { type AccessWorld, accessWorld, peoplePurposes } from './access-world.ts';
export { insertWorld, removeWorld } from './insert-world.ts';
export { worldIds } from './world-ids.ts';
export { actorOf, caseThing, personThing, reportThing } from './world-resources.ts';
