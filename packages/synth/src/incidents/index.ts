export { drawIncidents, HISTORY_DAYS, type Incident } from './draw.ts';
export { type IncidentKind, KIND_MIX, NEED_MIX, type Reporter } from './kinds.ts';
