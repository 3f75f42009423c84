// In which order is a draft sent? One save at a time, each with a turn that rises, until the server has what was typed last. On a bad line a save that was
// given up may still arrive after a later one: the server passes over what comes late in turn (store, `saveDraft`).

/** What the sender needs of the world. */
export type Wire<Body> = {
  /** Keeps the body on the server. @returns when, and which turn stands there */
  save(body: Body, turn: number): Promise<{ savedAt: string; turn: number | null }>;
  drop(turn: number): Promise<unknown>;
  /** Milliseconds of the device's clock: a page that is loaded anew goes on above the turns of the one before. */
  now(): number;
};

/** What the sender tells. */
export type Heard<Body> = {
  /** @param whole whether this is what stands in the form now */
  saved(body: Body, savedAt: string, whole: boolean): void;
  failed(error: unknown): void;
};

/** The sender of one draft. */
export type DraftSender<Body> = {
  /** What stands in the form now; undefined while nothing was typed. */
  readonly latest: () => Body | undefined;
  typed(body: Body): void;
  /** Nothing is to be sent any more; what is on its way is not called back. */
  forget(): void;
  /** Sends what was typed last; or, when it was thrown away and the server was not told yet, tells it. @returns whether the server knows */
  send(): Promise<boolean>;
  /** It was sent as what it is, or thrown away: the server forgets it, and what is still on its way does not bring it back. */
  drop(): Promise<boolean>;
};

/** Makes one. */
export function createDraftSender<Body>(wire: Wire<Body>, heard: Heard<Body>): DraftSender<Body> {
  let latest: Body | undefined;
  let last = 0;
  let underWay: Promise<boolean> | undefined;
  /** Which dropping the server was not told of; an earlier one that hung tells it nothing of a later one. */
  let dropping: symbol | undefined;
  const nextTurn = (): number => {
    last = Math.max(last + 1, wire.now());
    return last;
  };
  /** Whether the server has it; what came late is sent again above the turn that stands. */
  const once = async (body: Body): Promise<boolean> => {
    const turn = nextTurn();
    try {
      const answer = await wire.save(body, turn);
      if (answer.turn !== null && answer.turn > turn) {
        last = Math.max(last, answer.turn);
        return latest === body ? once(body) : true;
      }
      heard.saved(body, answer.savedAt, latest === body);
      return true;
    } catch (error) {
      if (latest !== undefined) heard.failed(error);
      return false;
    }
  };
  const tellDropped = async (): Promise<boolean> => {
    const told = dropping;
    try {
      await wire.drop(nextTurn());
      if (dropping === told) dropping = undefined;
      return true;
    } catch {
      return false;
    }
  };
  const all = async (): Promise<boolean> => {
    for (;;) {
      const body = latest;
      if (body === undefined) return dropping === undefined || tellDropped();
      if (!(await once(body))) return false;
      if (latest === body) return true;
    }
  };
  const forget = (): void => {
    latest = undefined;
    dropping = undefined;
  };
  return {
    latest: () => latest,
    typed: (body) => {
      latest = body;
      dropping = undefined;
    },
    forget,
    send: () => {
      underWay ??= all().finally(() => {
        underWay = undefined;
      });
      return underWay;
    },
    // Not behind a save that hangs: its turn is later.
    drop: () => {
      forget();
      dropping = Symbol();
      return tellDropped();
    },
  };
}
