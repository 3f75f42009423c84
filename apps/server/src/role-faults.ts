// May the database roles that serve be bound by row-level policies at all? Asked at every start; on any fault the server does not serve.
import { roleFaults } from '@anwang/store/schema';
import { connectAs, type Targets } from '@anwang/store/session';

/** Sentences, none when all is well. */
export async function servingFaults(targets: Targets): Promise<string[]> {
  const faults = new Set<string>();
  for (const role of ['app', 'worker', 'auth'] as const) {
    const client = await connectAs(targets[role], 'check roles');
    try {
      for (const fault of await roleFaults(client)) faults.add(fault);
    } finally {
      await client.end();
    }
  }
  return [...faults];
}
