export { CHUNK_PEOPLE, type ChunkRequest, type PopulationChunk, populationChunk } from './chunk.ts';
export { drawFlags, type SynthFlag } from './flags.ts';
export type { SynthHousehold } from './household.ts';
export { demoNationalId } from './national-id.ts';
export type { KinRelation, Sex, SynthKin, SynthPerson } from './person.ts';
