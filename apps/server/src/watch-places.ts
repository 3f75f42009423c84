// Does what this server cannot start without still lie where it lay? The running server goes on without its key file, and with a data folder that was moved for a while;
// nobody would know before the next start, which fails. So it is looked for, and said once in plain words when it is gone, and once when it is back.
import { existsSync } from 'node:fs';

/** A place, and what its going means, in both languages. */
export type Place = { readonly path: string; readonly zh: string; readonly en: string };

/** The places of an installation. */
export const placesOf = (keyFile: string, data: string): readonly Place[] => [
  {
    path: keyFile,
    zh: `金鑰檔 ${keyFile} 不見了。執行中的伺服器仍以記憶體中的金鑰工作，但停止後就無法再啟動：請立即由備份放回，先不要停止伺服器。`,
    en: `The key file ${keyFile} is gone. This server works on with the keys it has in memory, and cannot be started again once it stops: put the file back from your copy now, before you stop the server.`,
  },
  {
    path: data,
    zh: `資料夾 ${data} 不見了（被移走、刪除，或磁碟離線）。PostgreSQL 會在一分鐘內自行結束，之後什麼都無法儲存：請放回原處，或停止後還原備份。`,
    en: `The data folder ${data} is gone (moved, removed, or its disk is away). PostgreSQL ends by itself within a minute, and nothing can be kept then: put it back, or stop and restore the last backup.`,
  },
];

/** Looks now and then. @param tell is told each going and each return once @returns the way to stop looking */
export function watchPlaces(places: readonly Place[], tell: (place: Place, gone: boolean) => void, everyMs = 15_000): () => void {
  const gone = new Set<Place>();
  const look = () => {
    for (const place of places) {
      const there = existsSync(place.path);
      if (there === !gone.has(place)) continue;
      if (there) gone.delete(place);
      else gone.add(place);
      tell(place, !there);
    }
  };
  const timer = setInterval(look, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
