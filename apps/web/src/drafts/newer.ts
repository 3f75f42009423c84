// Two copies of one draft, on the server and on the device: which one is what the person typed last?
import type { KeptDraft } from './local.ts';

/** The later of two copies; the server's when they are of the same moment. */
export function newer(onServer: KeptDraft | null | undefined, onDevice: KeptDraft | undefined): KeptDraft | undefined {
  if (!onServer) return onDevice;
  if (!onDevice) return onServer;
  return Date.parse(onDevice.savedAt) > Date.parse(onServer.savedAt) ? onDevice : onServer;
}
