// What is known of an attachment without opening it.

import type { Instant } from '@anwang/core/time';

export type FileOwner = { readonly kind: 'report' | 'case' | 'person'; readonly id: string };

export type FileFacts = {
  readonly id: string;
  readonly owner: FileOwner;
  readonly county: string;
  readonly name: string;
  readonly mediaType: string | null;
  readonly size: number | null;
  readonly digest: string | null;
  readonly state: 'uploading' | 'whole';
  readonly scan: 'pending' | 'clean' | 'infected' | 'notScanned';
  readonly originalOf: string | null;
  readonly createdAt: Instant;
  /** Account that put it in. */
  readonly createdBy: string;
};
