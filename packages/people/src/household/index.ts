export { type Dweller, HOUSEHOLD_LIMIT, type InferredHousehold, type InferredKin, inferHouseholds, inferKin } from './infer.ts';
