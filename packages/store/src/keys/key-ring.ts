// The secret keys of an installation, by use and id. They never enter the database or a backup. Each use has its own keys, so that
// rotating or losing one says nothing about another (house.md, "Identifiers").

/** What a key is for: wrapping subject keys · blind indexes · the reporter's vault · drafts · chaining the audit · backups. */
export const keyUses = ['master', 'index', 'vault', 'draft', 'audit', 'backup'] as const;
export type KeyUse = (typeof keyUses)[number];

export type KeySet = {
  readonly current: string;
  readonly keys: ReadonlyMap<string, Uint8Array>;
  /** Reads the key file again at once; there when the ring came from a file. */
  readonly refresh?: () => void;
};
export type KeyRing = Readonly<Record<KeyUse, KeySet>>;

/** The key new things are made with. */
export function currentKey(ring: KeyRing, use: KeyUse): { readonly id: string; readonly bytes: Uint8Array } {
  return { id: ring[use].current, bytes: keyById(ring, use, ring[use].current) };
}

/** The key an old thing was made with. Throws when the key file no longer has it. */
export function keyById(ring: KeyRing, use: KeyUse, id: string): Uint8Array {
  if (!ring[use].keys.has(id)) ring[use].refresh?.();
  const bytes = ring[use].keys.get(id);
  if (!bytes) throw new Error(`The key file has no ${use} key “${id}”. Put back the key file that was used when this was written.`);
  return bytes;
}
