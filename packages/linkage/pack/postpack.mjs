// Runs after `npm pack`: the repository's own manifest comes back, and the copied licence goes.
import { copyFileSync, existsSync, rmSync } from 'node:fs';

if (existsSync('.package.json.kept')) {
  copyFileSync('.package.json.kept', 'package.json');
  rmSync('.package.json.kept');
  rmSync('LICENSE', { force: true });
}
