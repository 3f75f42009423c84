// How are events of an older shape read? Each stored event carries the version of its shape; every step up stands here, and a test runs each.
// Shape 1 is the first: there is nothing to lift yet, only refusal of what is newer than this code.

/** The shape in which events are written now. */
export const eventShape = 1;

/** Steps up: `steps[n]` lifts facts of shape n to n + 1. */
const steps: Readonly<Record<number, (type: string, facts: Readonly<Record<string, unknown>>) => Record<string, unknown>>> = {};

/** Facts lifted from `shape` to the present one; a shape from the future is a bug of deployment and is refused. */
export function upcastFacts(type: string, shape: number, facts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  if (shape > eventShape || shape < 1) throw new Error(`event shape ${shape} is not known to this version (${eventShape})`);
  let current: Record<string, unknown> = { ...facts };
  for (let from = shape; from < eventShape; from += 1) {
    const lift = steps[from];
    if (lift === undefined) throw new Error(`no step from event shape ${from}`);
    current = lift(type, current);
  }
  return current;
}
