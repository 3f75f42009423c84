// The modules of all kinds, filled in by the index; a group asks here for the modules of its fields, so that the two need not import each other.
import type { FieldKind } from '@anwang/core/forms';
import type { FieldModule } from './kind.ts';

const modules = new Map<FieldKind, FieldModule>();

/** Makes all kinds known. */
export function register(all: Readonly<Record<FieldKind, FieldModule>>): void {
  for (const [kind, module] of Object.entries(all)) modules.set(kind as FieldKind, module);
}

/** The module of a kind. @throws if the index has not been loaded, which is a mistake in the code */
export function moduleOf(kind: FieldKind): FieldModule {
  const found = modules.get(kind);
  if (!found) throw new Error(`no field module for ${kind}`);
  return found;
}
