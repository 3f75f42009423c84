export { type Hours, hourOf, office, reporting, telephoning, visiting, weekdayOf, withinHours } from './hours.ts';
