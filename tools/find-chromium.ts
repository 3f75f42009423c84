// Where is Chromium, and may we install Debian's package if it is not there?
import { existsSync } from 'node:fs';
import { runCommand } from './run-command.ts';

// The same browser without its own windows stands first: the browser tests took 219 s with it and 296 s with the whole one (two cores, others beside).
const places = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
/** Debian's packages, the lighter one first; older releases have only the second. */
const packages = ['chromium-headless-shell', 'chromium'];

/** Path of a Chromium, installing Debian's package as root where apt is there; null with the one command to run otherwise. */
export async function findChromium(cwd: string): Promise<{ path: string } | { path: null; command: string }> {
  const found = () => places.find((place) => existsSync(place));
  const there = found();
  if (there) return { path: there };
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    process.stdout.write("Installing Debian's chromium for the browser tests …\n");
    await runCommand('apt-get', ['update', '-qq'], { cwd, env });
    for (const name of packages) {
      await runCommand('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { cwd, env });
      const installed = found();
      if (installed) return { path: installed };
    }
  }
  return { path: null, command: 'sudo apt-get update && sudo apt-get install -y chromium' };
}
