export { explainTrouble } from './explain-trouble.ts';
export { defaultKeyFile, type Installation, type InstallationOptions, openInstallation } from './open-installation.ts';
