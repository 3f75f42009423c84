export { drawIncidents, HISTORY_DAYS, type Incident } from './draw.ts';
export { type IncidentKind, KIND_MIX, NEED_MIX, REPORTERS, type Reporter } from './kinds.ts';
