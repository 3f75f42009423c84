// The long crash test: `node apps/server/src/proof/crash/crash-run.ts [rounds]`. Prints a line a round and what was found; exits 1 on any finding.

import { crash } from './crash.ts';

const rounds = Number(process.argv[2] ?? 30);
const found = await crash(rounds, Math.random, (round, what, acknowledged) =>
  process.stdout.write(`${round}/${rounds} killed ${what}, ${acknowledged} acknowledged\n`),
);
process.stdout.write(`${JSON.stringify(found)}\n`);
process.exitCode = found.lost.length + found.twice.length + found.jobsTwice.length + found.audit.length > 0 ? 1 : 0;
