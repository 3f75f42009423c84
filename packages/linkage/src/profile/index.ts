export { profileTable } from './profile-table.ts';
export { type Profile, type Proposal, proposeRoles, type Sample } from './propose.ts';
