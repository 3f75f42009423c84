// Has a case ended? Then it is no case that goes on: a report is not added to it, and its band says nothing of today.

/** Closed, or never opened. */
export const hasEnded = ({ status }: { readonly status: string }): boolean => status === 'closed' || status === 'notOpened';
