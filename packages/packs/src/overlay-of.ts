// Which version of a county's changes does a statement name? A county that changes its overlay leaves the earlier one in its list, for the cases that are pinned to it: the last
// in the list is in force.

import type { Overlay } from '@anwang/core/programs';

/** The overlay of a programme at a version, or the one in force; undefined where there is none. */
export function overlayOf(overlays: readonly Overlay[], programme: string, version?: string): Overlay | undefined {
  return overlays.findLast((one) => one.programme === programme && (version === undefined || one.version === version));
}
