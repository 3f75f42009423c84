// notices: what is told to people inside the product.
export { countNotices, listNotices, markNoticesRead, type NoticeRow } from './read-notices.ts';
export { tellOfDuties } from './tell-of-duties.ts';
export { tellOfEvents } from './tell-of-events.ts';
export { tellOfRepeat } from './tell-of-repeat.ts';
export { tellOfShields } from './tell-of-shields.ts';
export { tellOfVisits } from './tell-of-visits.ts';
export { type NewNotice, tell } from './write-notice.ts';
