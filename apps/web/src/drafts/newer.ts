// Two copies of one draft, on the server and on the device: which one is what the person typed last?

/** A draft with the moment it was kept, by the clock of whoever kept it. */
export type KeptDraft = { body: Record<string, unknown>; savedAt: string };

/** The copy on the device also says whether the server has it, and on which copy of the server's it was typed. */
export type DeviceDraft = KeptDraft & { sent: boolean; base: string | null };

/**
 * Which copy goes on. What the server never received wins when the server still has the copy it was typed on, whatever the clock of the
 * device says; when somebody typed elsewhere meanwhile, the later moment wins.
 * @param onServer null when the server has none, undefined when it could not be asked
 */
export function newer(onServer: KeptDraft | null | undefined, onDevice: DeviceDraft | undefined): 'server' | 'device' | undefined {
  if (!onDevice) return onServer ? 'server' : undefined;
  if (onServer === undefined) return 'device';
  if (onServer === null) return onDevice.sent ? undefined : 'device';
  if (onDevice.sent) return 'server';
  if (onDevice.base === onServer.savedAt) return 'device';
  return Date.parse(onDevice.savedAt) > Date.parse(onServer.savedAt) ? 'device' : 'server';
}
