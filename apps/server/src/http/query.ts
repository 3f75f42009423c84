// A query string as an object: `a=1&b[0]=x&b[1]=y&c=d`. Repeated names and indexed names become lists; nothing else is guessed.

/** The fields of a query string. Names that would reach into an object's prototype are left out. */
export function readQuery(search: string): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = Object.create(null);
  for (const [raw, value] of new URLSearchParams(search)) {
    const indexed = /^([^[\]]+)\[\d*\]$/.exec(raw);
    const name = indexed?.[1] ?? raw;
    if (name === '__proto__' || name === 'constructor' || name === 'prototype') continue;
    const held = fields[name];
    if (held !== undefined) fields[name] = [...(Array.isArray(held) ? held : [held]), value];
    else fields[name] = indexed ? [value] : value;
  }
  return fields;
}
