// Which rooms does the house have, and who may enter? The rail, the palette and the start page read this one list.
import { contract } from '@anwang/contract';
import { type Me, may, mayUse, type OneRoute } from '../session/me.ts';
import type { IconName } from '../ui/Icon.tsx';
import { m } from '../words/index.ts';

export type Room = {
  to: string;
  icon: IconName;
  name: () => string;
  actions: readonly string[];
  end?: boolean;
  /** The route that fills it, where the act alone does not say who may enter. */
  uses?: OneRoute;
};

/** All rooms in the order of the rail. */
const rooms: readonly Room[] = [
  { to: '/', icon: 'workbench', name: () => m.room_workbench(), actions: [] },
  { to: '/intake', icon: 'phone', name: () => m.room_intake(), actions: ['report.create'] },
  { to: '/screening', icon: 'inbox', name: () => m.room_screening(), actions: ['report.screen', 'report.review'] },
  { to: '/arbitration', icon: 'scale', name: () => m.room_arbitration(), actions: ['report.arbitrate'] },
  { to: '/inbox', icon: 'send', name: () => m.room_inbox(), actions: ['case.accept'] },
  { to: '/cases', icon: 'folder', name: () => m.room_cases(), actions: ['case.read'], uses: contract.cases.list },
  { to: '/people', icon: 'family', name: () => m.room_people(), actions: ['person.search'], uses: contract.people.search },
  { to: '/matching', icon: 'person', name: () => m.room_matching(), actions: ['person.link'] },
  { to: '/referrals', icon: 'file', name: () => m.room_referrals(), actions: ['referral.answer'] },
  { to: '/measures', icon: 'chart', name: () => m.room_measures(), actions: ['measure.read'] },
  { to: '/audit', icon: 'eye', name: () => m.room_audit(), actions: ['audit.read'] },
  {
    to: '/programmes',
    icon: 'flag',
    name: () => m.room_programmes(),
    actions: ['report.screen', 'report.review', 'report.arbitrate', 'case.accept', 'case.record', 'measure.read', 'admin.units'],
  },
  {
    to: '/admin',
    icon: 'sliders',
    name: () => m.room_admin(),
    actions: ['admin.users', 'admin.units', 'admin.routes', 'calendar.import'],
    end: true,
  },
];

/** The rooms this person may enter. */
export function roomsOf(me: Me): Room[] {
  return rooms.filter(
    (room) => (room.actions.length === 0 || may(me, ...room.actions)) && (room.uses === undefined || mayUse(me, room.uses)),
  );
}

/** The name of the room in which an address lies; '' for one outside all rooms. */
export function roomName(path: string): string {
  if (path === '/account') return m.my_account();
  if (path === '/recoveries') return m.recoveries();
  if (path === '/recusals') return m.recusals();
  if (path === '/notices') return m.notices();
  return rooms.find((room) => (room.to === '/' ? path === '/' : path === room.to || path.startsWith(`${room.to}/`)))?.name() ?? '';
}
