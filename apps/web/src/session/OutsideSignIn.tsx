// The ways in through an outside provider, one button each; whoever comes that way has no password here.
import { useQuery } from '@tanstack/react-query';
import { api } from '../client/api.ts';
import { readProblem } from '../client/problem.ts';
import { Button } from '../ui/Button.tsx';
import { say } from '../ui/toast.tsx';
import { m } from '../words/index.ts';

/** What anybody may know before signing in: the providers, and whether this is a demonstration. */
export function useProviders() {
  return useQuery({ queryKey: ['session', 'providers'], queryFn: () => api.session.providers({}), staleTime: Number.POSITIVE_INFINITY });
}

/** The buttons; nothing where there is no provider. @param returnTo the inner address to come back to */
export function OutsideSignIn({ returnTo }: { returnTo: string }) {
  const providers = useProviders();
  const leave = async (provider: string) => {
    try {
      const { url } = await api.session.oidcStart({ provider, returnTo });
      window.location.assign(url);
    } catch (error) {
      say(readProblem(error).sentence, 'failed');
    }
  };
  return (providers.data?.providers ?? []).map((provider) => (
    <Button key={provider.id} size="large" onClick={() => void leave(provider.id)}>
      {m.sign_in_with({ name: provider.name })}
    </Button>
  ));
}
