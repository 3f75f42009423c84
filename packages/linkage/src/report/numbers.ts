// How are figures said to a reader who is no statistician?

/** 1,234,567 (not by `toLocaleString`, whose first call takes as long as a whole page) */
export const whole = (n: number): string => String(Math.round(n)).replace(/\B(?=(\d{3})+$)/g, ',');

/** 97.3% */
export const percent = (share: number): string => `${(share * 100).toFixed(share > 0.999 && share < 1 ? 2 : 1)}%`;

/** +3.2 */
export const bits = (n: number): string => `${n > 0 ? '+' : n < 0 ? '−' : ''}${Math.abs(n).toFixed(1)}`;

/** 12.3 s, 4 min 5 s */
export const seconds = (s: number): string =>
  s < 100 ? `${s.toFixed(s < 10 ? 2 : 1)} s` : `${Math.floor(s / 60)} min ${Math.round(s % 60)} s`;

/** 1.2 GB */
export const bytes = (n: number): string => (n >= 1e9 ? `${(n / 1e9).toFixed(2)} GB` : `${(n / 1e6).toFixed(0)} MB`);
