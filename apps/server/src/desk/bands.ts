// The order of the risk bands, worst first.
import { bands } from '@anwang/core/screening';

/** Whether one band is worse than another. */
export function bandIsHigher(one: string, other: string): boolean {
  return (bands as readonly string[]).indexOf(one) < (bands as readonly string[]).indexOf(other);
}
