// An entry that was joined to another leads there: its own page would be half of somebody.
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useUrl } from '../../frame/url.ts';

/** Goes to the person that stands for the one asked for; true on the page that was come to this way. */
export function useJoined(asked: string, now: string | undefined): boolean {
  const [url] = useUrl('joined');
  const navigate = useNavigate();
  useEffect(() => {
    if (now !== undefined && now !== asked) void navigate({ to: `/people/${now}`, search: { joined: 'yes' }, replace: true });
  }, [now, asked, navigate]);
  return url.joined !== undefined;
}
