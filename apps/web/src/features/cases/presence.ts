// Who of the household was met: asked member by member, sent as those who were met and those who were not.

/** With this the fields of the members begin. */
export const metField = 'met:';

type Values = Readonly<Record<string, unknown>>;

/** The values of a visit as the command takes them; a member whom nobody answered for is not spoken of. @param unknown fields that were answered "unknown" */
export function withPresence(values: Values, unknown: readonly string[]): Values {
  const answers = Object.entries(values).filter(([name]) => name.startsWith(metField));
  const rest = Object.fromEntries(Object.entries(values).filter(([name]) => !name.startsWith(metField)));
  const idOf = (name: string) => name.slice(metField.length);
  const others = answers.filter(([, how]) => how !== 'seen').map(([name, how]) => ({ personId: idOf(name), how }));
  const open = unknown.filter((name) => name.startsWith(metField)).map((name) => ({ personId: idOf(name), how: 'unknown' }));
  if (answers.length + open.length === 0) return rest;
  return { ...rest, personIds: answers.filter(([, how]) => how === 'seen').map(([name]) => idOf(name)), others: [...others, ...open] };
}
