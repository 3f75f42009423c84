export { demoOrg, type SynthAccount, type SynthGrant, type SynthOrg, type SynthRoute, type SynthUnit } from './org.ts';
