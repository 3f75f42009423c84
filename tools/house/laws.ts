// Does every file keep the house's rules of who may import whom and what may be used where? (house.json; design/house.md "Rooms")
import { builtinModules } from 'node:module';
import { resolveRelative, type Source } from './sources.ts';

export interface House {
  readonly imports: Readonly<Record<string, readonly string[]>>;
  readonly testsMayAlsoImport: readonly string[];
  readonly coreLayers: readonly (readonly string[])[];
  readonly pureMembers: readonly string[];
  readonly driverHomes: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly environmentHomes: readonly string[];
  readonly countyHomes: readonly string[];
  readonly ratchet: Readonly<Record<string, number>>;
}

export interface Breach {
  readonly path: string;
  readonly law: string;
  readonly what: string;
}

const member = (specifier: string): string | null => /^@anwang\/([a-z-]+)(?:\/|$)/.exec(specifier)?.[1] ?? null;
const shipped = (source: Source): boolean => !source.test && source.member !== 'bench' && source.member !== null;

/** Imports across members: only listed ones, only through `exports`; shipped code never imports testkit or bench. */
export function crossMember(house: House, source: Source): Breach[] {
  if (source.member === null) return [];
  const allowed = new Set([...(house.imports[source.member] ?? []), source.member, ...(shipped(source) ? [] : house.testsMayAlsoImport)]);
  const packages = source.imports.flatMap((specifier) => member(specifier) ?? []).filter((target) => !allowed.has(target));
  const reached = source.imports
    .map((specifier) => resolveRelative(source.path, specifier))
    .filter(
      (target): target is string =>
        target !== null &&
        !target.startsWith(
          `${source.path
            .split('/')
            .slice(0, source.path.startsWith('packages/') || source.path.startsWith('apps/') ? 2 : 1)
            .join('/')}/`,
        ),
    );
  return [
    ...packages.map((target) => ({ path: source.path, law: 'imports', what: `${source.member} may not import ${target}` })),
    ...reached.map((target) => ({ path: source.path, law: 'imports', what: `reaches into another member by path: ${target}` })),
  ];
}

/** Inside core a folder looks only into its own layer and those before it (`coreLayers`, decision 0003). A folder without a layer would be free of the law. */
export function coreOrder(house: House, source: Source): Breach[] {
  const layerOf = (folder: string | undefined) => house.coreLayers.findIndex((layer) => folder !== undefined && layer.includes(folder));
  const folder = /^packages\/core\/src\/([^/]+)\//.exec(source.path)?.[1];
  const own = layerOf(folder);
  if (folder === undefined || source.test) return [];
  if (own < 0) return [{ path: source.path, law: 'core order', what: `${folder} has no layer in house.json` }];
  return source.imports.flatMap((specifier) => {
    const target = resolveRelative(source.path, specifier)?.match(/^packages\/core\/src\/([^/]+)\//)?.[1];
    return target !== undefined && layerOf(target) > own
      ? [{ path: source.path, law: 'core order', what: `${folder} may not look up to ${target}` }]
      : [];
  });
}

/** A feature of server or web does not import another feature. */
export function featuresApart(_house: House, source: Source): Breach[] {
  const own = /^(apps\/(?:server|web)\/src\/features)\/([^/]+)\//.exec(source.path);
  if (!own || source.test) return [];
  return source.imports.flatMap((specifier) => {
    const target = resolveRelative(source.path, specifier);
    const other = target?.startsWith(`${own[1]}/`) ? target.slice((own[1] ?? '').length + 1).split('/')[0] : undefined;
    return other !== undefined && other !== own[2] && !other.endsWith('.ts')
      ? [{ path: source.path, law: 'features apart', what: `feature ${own[2]} imports feature ${other}` }]
      : [];
  });
}

const impure: readonly (readonly [RegExp, string])[] = [
  [/\bMath\.random\b/, 'Math.random'],
  [/\bDate\.now\b/, 'Date.now'],
  [/\bnew Date\(\s*\)/, 'new Date() without argument'],
  [/\bset(?:Timeout|Interval|Immediate)\b/, 'a timer'],
  [/\b(?:localeCompare|toLocale\w+)\b|\bIntl\./, 'the language of the machine'],
];
const nodeModule = (specifier: string): boolean => specifier.startsWith('node:') || builtinModules.includes(specifier);

/** Pure members have no clock, no chance, no I/O; the environment, the database driver and DuckDB have one home each. */
export function purity(house: House, source: Source): Breach[] {
  if (source.test) return [];
  const code = source.text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/[^\n]*/g, '$1');
  const found: string[] = [];
  if (source.member !== null && house.pureMembers.includes(source.member) && source.path.includes('/src/')) {
    found.push(...impure.filter(([form]) => form.test(code)).map(([, name]) => name), ...source.imports.filter(nodeModule));
  }
  if (/\bprocess\.env\b/.test(code) && source.path.startsWith('apps/') && !house.environmentHomes.includes(source.path))
    found.push('process.env outside settings.ts');
  if (
    /\bprocess\.env\b/.test(code) &&
    source.path.startsWith('packages/') &&
    source.path.includes('/src/') &&
    !source.path.includes('/src/command/')
  )
    found.push('process.env in a package');
  for (const [driver, home] of Object.entries(house.driverHomes)) {
    if (!source.valueImports.includes(driver) || source.member === 'bench' || source.member === null || source.path.startsWith('testkit/'))
      continue;
    const folder = typeof home === 'string' ? home : (home[source.member] ?? '(nowhere)');
    if (!source.path.startsWith(folder)) found.push(`${driver} outside ${folder}`);
  }
  return found.map((what) => ({ path: source.path, law: 'purity', what }));
}

/** No import cycles among files (type-only imports included: a cycle of types is a room in the wrong place). */
export function cycles(sources: readonly Source[]): Breach[] {
  const known = new Map(sources.map((source) => [source.path, source]));
  const edges = (path: string) =>
    (known.get(path)?.imports ?? [])
      .map((specifier) => resolveRelative(path, specifier))
      .filter((target): target is string => target !== null && known.has(target));
  const state = new Map<string, 'open' | 'done'>();
  const breaches: Breach[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      breaches.push({ path, law: 'no cycles', what: [...trail.slice(trail.indexOf(path)), path].join(' → ') });
      return;
    }
    state.set(path, 'open');
    for (const next of edges(path)) visit(next, [...trail, path]);
    state.set(path, 'done');
  };
  for (const source of sources) visit(source.path, []);
  return breaches;
}

/** No file outside overlays, synth/counties and code tables names a county (house law 2). */
export function countyNames(house: House, names: readonly string[], sources: readonly Source[]): Breach[] {
  const form = new RegExp(names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'));
  return sources
    .filter(
      (source) =>
        !source.test &&
        source.member !== 'bench' &&
        source.member !== 'linkage' &&
        source.member !== null &&
        !house.countyHomes.some((home) => source.path.startsWith(home)),
    )
    .flatMap((source) => {
      const code = source.text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/[^\n]*/g, '$1');
      const found = form.exec(code)?.[0];
      return found ? [{ path: source.path, law: 'nothing local', what: `names a county: ${found}` }] : [];
    });
}

const badNames = /(^|\/)(utils?|helpers?|common|manager|service|misc)(\.[a-z.]+)?(\/|$)/;

/** File names: kebab-case (components PascalCase), no room without a meaning. */
export function fileNames(source: Source): Breach[] {
  const file = source.path.split('/').at(-1) ?? '';
  const breaches: Breach[] = [];
  if (badNames.test(source.path)) breaches.push({ path: source.path, law: 'names', what: 'a room without a meaning' });
  const stem = file.replace(/(\.(test|property|spec|d|config|generated|bench))*\.tsx?$/, '');
  const good = file.endsWith('.tsx')
    ? /^([A-Z][A-Za-z0-9]*|[a-z0-9$_]+(-[a-z0-9]+)*)(\.[a-z-]+)*$/
    : /^[a-z0-9_]+(-[a-z0-9]+)*(\.[a-z-]+)*$/;
  if (!good.test(stem)) breaches.push({ path: source.path, law: 'names', what: 'file names are kebab-case (components PascalCase)' });
  return breaches;
}
