export { defaultKeyFile, type Installation, type InstallationOptions, openInstallation } from './open-installation.ts';
