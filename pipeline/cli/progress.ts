const WIDTH = 24;

/** Shows how far a batch is, on one line of stderr; says nothing where stderr is no terminal. */
export interface Progress {
  readonly show: (finished: number, total: number, what: string) => void;
  readonly end: () => void;
}

export function createProgress(stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY) return { show: () => undefined, end: () => undefined };
  const clear = () => stream.write('\r\u001B[K');
  return {
    show: (finished, total, what) => {
      const filled = Math.round((WIDTH * finished) / Math.max(1, total));
      const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
      const line = `${bar} ${String(finished)}/${String(total)} ${what}`;
      clear();
      stream.write(line.slice(0, Math.max(WIDTH, stream.columns - 1)));
    },
    end: () => void clear(),
  };
}
