// How does the person who waits see that it goes on? One line that is rewritten on a terminal, and a line every ten per cent elsewhere.

export interface Progress {
  step(done: number, total: number, what: string): void;
  end(sentence: string): void;
}

/** Progress on a stream. */
export const progressOn = (out: { readonly isTTY?: boolean; write(text: string): boolean }): Progress => {
  let shown = -1;
  return {
    step(done, total, what) {
      const percent = total === 0 ? 100 : Math.floor((100 * done) / total);
      if (out.isTTY === true) out.write(`\r\u001b[K${what} ${'█'.repeat(Math.floor(percent / 5)).padEnd(20, '░')} ${percent} %`);
      else if (Math.floor(percent / 10) > shown) out.write(`${what} ${percent} %\n`);
      shown = Math.floor(percent / 10);
    },
    end(sentence) {
      out.write(`${out.isTTY === true ? '\r\u001b[K' : ''}${sentence}\n`);
    },
  };
};
