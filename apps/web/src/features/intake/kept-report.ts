// A public report is kept in this tab's memory only. If the person asks, the tab keeps it over a reload; closing the tab, sending or
// leaving quickly removes it.
import type { ReportDraft } from './report-draft.ts';

const key = 'anwang.report';

/** The report kept in this tab, if the person asked for it. */
export function keptReport(): ReportDraft | undefined {
  const raw = window.sessionStorage.getItem(key);
  return raw ? (JSON.parse(raw) as ReportDraft) : undefined;
}

/** Keeps the report in this tab. */
export function keepReport(draft: ReportDraft): void {
  window.sessionStorage.setItem(key, JSON.stringify(draft));
}

/** Removes it. */
export function forgetReport(): void {
  window.sessionStorage.removeItem(key);
}
