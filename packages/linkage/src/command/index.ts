export { runCommand } from './run-command.ts';
export { EXIT, type Session } from './session.ts';
