// `anwang vault rotate`: a new key for the reporters' vault, then every entry rewritten under it while everybody works on; run again after a kill, it goes on.

import { type KeyRing, withNewKey, withoutKey, writeKeyFile } from '@anwang/store/keys';
import { connectOwner } from '@anwang/store/session';
import { rotateVault } from '@anwang/store/vault';
import { progressOn } from '../seed/progress.ts';
import { withInstallation } from './open.ts';

// A server on another machine may still seal under the key before: that one stays in the file; older ones that nothing uses go.
const withoutOlder = (ring: KeyRing): KeyRing => {
  const before = [...ring.vault.keys.keys()].filter((id) => id !== ring.vault.current);
  return before.slice(0, -1).reduce<KeyRing>((rest, id) => withoutKey(rest, 'vault', id), ring);
};

/** Rotates the vault's key. */
export const vaultRotate = (data: string | undefined): Promise<void> =>
  withInstallation(data, async ({ store, ring, keyFile }) => {
    const owner = await connectOwner(store, 'vault rotate');
    try {
      const { rows } = await owner.query<{ left: number }>('select count(*) as left from vault.entry where key_id <> $1', [
        ring.vault.current,
      ]);
      // An earlier rotation was cut off: it is finished before another key is made. The new key is on disk before anything is written under it.
      const next = (rows[0]?.left ?? 0) > 0 ? ring : withNewKey(ring, 'vault');
      const [all] = (await owner.query<{ n: number }>('select count(*) as n from vault.entry where key_id <> $1', [next.vault.current]))
        .rows;
      writeKeyFile(keyFile, next);
      const progress = progressOn(process.stdout);
      const done = await rotateVault(owner, next, { onBatch: (n) => progress.step(n, Math.max(n, all?.n ?? 0), `已改寫 rewritten ${n}`) });
      writeKeyFile(keyFile, withoutOlder(next));
      progress.end(
        `通報人保管庫已換用金鑰 ${next.vault.current}，改寫 ${done} 筆。 The vault is under key ${next.vault.current}; ${done} entries rewritten.`,
      );
      process.stdout.write(
        `請重新備份金鑰檔；這台機器上的伺服器一秒內改用新金鑰，其他機器請放上新的金鑰檔。 Copy the key file ${keyFile} again. Servers on this machine follow it within a second; give every other machine the new file.\n`,
      );
    } finally {
      await owner.end();
    }
  });
