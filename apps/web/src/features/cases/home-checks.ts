// What was seen at home: asked item by item, sent as what was answered; an item that nobody answered is not spoken of.

/** With this the fields of the items begin. */
export const homeField = 'home:';

type Values = Readonly<Record<string, unknown>>;

/** The values of a visit as the command takes them. */
export function withHome(values: Values): Values {
  const answers = Object.entries(values).filter(([name]) => name.startsWith(homeField));
  if (answers.length === 0) return values;
  const rest = Object.fromEntries(Object.entries(values).filter(([name]) => !name.startsWith(homeField)));
  return { ...rest, home: answers.map(([name, seen]) => ({ item: name.slice(homeField.length), seen })) };
}
