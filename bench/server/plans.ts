// Do lists and searches stay on their indexes? PostgreSQL logs the plan it really used for every statement of a few requests (auto_explain, as JSON);
// a sequential scan of a large table, or a function called per row, is a finding.

import { readFileSync, statSync } from 'node:fs';
import { openInstallation } from '@anwang/store/installation';
import { connectAs } from '@anwang/store/session';

export interface PlanFinding {
  readonly kind: 'seqScan' | 'functionPerRow';
  readonly where: string;
  readonly statement: string;
}

interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Schema?: string;
  readonly 'Actual Rows'?: number;
  readonly 'Actual Loops'?: number;
  readonly 'Parent Relationship'?: string;
  readonly Filter?: string;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Function Name'?: string;
  readonly Plans?: readonly Node[];
}

/** A table with fewer rows than this in the data set may be read whole: that is the cheaper plan. */
const LARGE_ROWS = 5_000;
/** Long enough for a few blocks to be sealed. */
const SEALING_MS = 2_000;
const OWN_FUNCTION = /\b(?:access|people|intake|casework|system|vault)\.\w+\(/;

export const judgePlan = (node: Node, statement: string, large: ReadonlySet<string>, findings: PlanFinding[]): void => {
  const table = node['Relation Name'];
  if (node['Node Type'] === 'Seq Scan' && table !== undefined && large.has(table))
    findings.push({ kind: 'seqScan', where: `${table} ${node.Filter ?? ''}`.slice(0, 160), statement });
  // What stands in an InitPlan is asked once, and an index condition once per scan; a call that is left in a filter is asked for every row.
  if (node.Filter !== undefined && OWN_FUNCTION.test(node.Filter))
    findings.push({ kind: 'functionPerRow', where: node.Filter.slice(0, 160), statement });
  for (const child of node.Plans ?? []) judgePlan(child, statement, large, findings);
};

const plansIn = (log: string): { query: string; plan: Node }[] => {
  const found: { query: string; plan: Node }[] = [];
  for (const part of log.split(/^.*LOG: {2}duration: .* plan:\s*$/m).slice(1)) {
    const end = part.search(/^\d{4}-\d{2}-\d{2} /m);
    try {
      const read = JSON.parse(end < 0 ? part : part.slice(0, end)) as { 'Query Text': string; Plan: Node };
      found.push({ query: read['Query Text'], plan: read.Plan });
    } catch {
      // A plan that was cut by the end of the log.
    }
  }
  return found;
};

/** Runs `ask` while plans are logged, and judges every plan; `statements` says how many were seen. */
export const checkPlans = async (data: string, ask: () => Promise<void>): Promise<{ statements: number; findings: PlanFinding[] }> => {
  const installation = await openInstallation({ data, beside: true });
  const admin = await connectAs({ config: installation.targets.owner.config }, 'bench plans');
  const log = installation.cluster?.log;
  try {
    if (log === undefined) throw new Error('plans are read from the log of the embedded server');
    const set = async (on: boolean) => {
      for (const role of ['anwang_app', 'anwang_worker'])
        for (const name of [
          'session_preload_libraries',
          'auto_explain.log_min_duration',
          'auto_explain.log_format',
          'auto_explain.log_analyze',
        ])
          await admin.query(
            `alter role ${role} ${on ? `set ${name} = '${{ session_preload_libraries: 'auto_explain', 'auto_explain.log_min_duration': '0', 'auto_explain.log_format': 'json', 'auto_explain.log_analyze': 'off' }[name]}'` : `reset ${name}`}`,
          );
      // Sessions take it up when they are opened anew.
      await admin.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name in ('anwang app', 'anwang worker') and state = 'idle'`,
      );
    };
    await admin.query(`load 'auto_explain'`);
    await set(true);
    const from = statSync(log).size;
    await ask();
    // The sealer's statements as well: they run twice a second beside every request.
    await new Promise((go) => setTimeout(go, SEALING_MS));
    await set(false);
    const plans = plansIn(readFileSync(log).subarray(from).toString('utf8'));
    const sizes = await admin.query<{ name: string }>(
      `select relname as name from pg_class where relkind = 'r' and reltuples >= ${LARGE_ROWS}`,
    );
    const large = new Set(sizes.rows.map((r) => r.name));
    const findings: PlanFinding[] = [];
    for (const { query, plan } of plans) judgePlan(plan, query.replace(/\s+/g, ' ').slice(0, 200), large, findings);
    const unique = new Map(findings.map((f) => [`${f.kind} ${f.where} ${f.statement}`, f]));
    return { statements: plans.length, findings: [...unique.values()] };
  } finally {
    await admin.end();
    await installation.close();
  }
};
