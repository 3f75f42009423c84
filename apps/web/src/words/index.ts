// The words of the screens: messages compiled from messages/*.json, and the forms of dates and times.
export { m } from '../paraglide/messages.js';
export { formatDate, formatDateLong, formatDay, formatMoment, formatMonth, formatMonthShort, formatTime } from './dates.ts';
export { type Language, language, setLanguage, startLanguage, useLanguage } from './locale.ts';
