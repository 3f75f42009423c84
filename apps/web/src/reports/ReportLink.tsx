// The number of a report, as a way to it for who may open the desk that shows it.
import { Link } from '@tanstack/react-router';
import { roomsOf } from '../frame/rooms.ts';
import { useMe } from '../session/me.ts';

/** A link, or only the number where it would lead to a page that this account may not see. */
export function ReportLink({ id, children }: { id: string; children: string }) {
  const opens = roomsOf(useMe()).some((room) => room.to === '/screening');
  return opens ? <Link to={`/screening?report=${id}`}>{children}</Link> : <span>{children}</span>;
}
