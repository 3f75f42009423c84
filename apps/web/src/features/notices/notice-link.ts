// Where does a notice lead? Straight to what it speaks of, opened under the reader's own rights.
import type { OutputOf } from '@anwang/contract';

type Notice = OutputOf<'notices', 'list'>['rows'][number];

/** The address of what a notice leads to. */
export function noticeLink({ leadsTo: { to, id } }: Pick<Notice, 'leadsTo'>): string {
  switch (to) {
    case 'case':
      return id === null ? '/cases' : `/cases/${id}`;
    case 'person':
      return id === null ? '/people' : `/people/${id}`;
    case 'report':
      return id === null ? '/screening' : `/screening?report=${id}`;
    case 'recovery':
      return '/recoveries?show=all';
    case 'account':
      return '/account';
    case 'start':
      return '/';
    case 'inbox':
      return '/inbox';
    case 'arbitration':
      return '/arbitration';
    case 'referral':
      return '/referrals';
    case 'rules':
      return id === null ? '/programmes' : `/programmes?programme=${id}`;
    case 'breakGlass':
      return id === null ? '/' : `/?review=${id}`;
  }
}
