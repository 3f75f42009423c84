// A worker thread of the team. Compiling what it runs takes longer than starting it; from the second time on it is read from the cache, as in the command.
import module from 'node:module';

module.enableCompileCache?.();
await import('./member.ts');
