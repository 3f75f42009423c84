// Problems of dates, clocks and calendars.
export type TimeProblem =
  | { code: 'dateUnreadable'; raw: string }
  | { code: 'dateImpossible'; raw: string; year: number; month: number; day: number }
  | { code: 'instantUnreadable'; raw: string }
  | { code: 'calendarMissing'; year: number }
  | { code: 'calendarInvalid'; line: number; reason: string };
