// Labels served as data (zh, en) and codes served without one: in words, in the language of the screen.
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '../client/api.ts';
import { useLanguage } from './locale.ts';

type Both = { zh: string; en?: string | undefined };

/** A label in the language of the screen. */
export function useLabel(): (label: Both | null | undefined) => string {
  const language = useLanguage();
  return useCallback((label) => (label ? (language === 'en' ? (label.en ?? label.zh) : label.zh) : ''), [language]);
}

/** The words of coded concepts: `say(code, set)`; a code nobody knows is shown as it is, never hidden. */
export function useConceptWords(): (code: string | null | undefined, set?: string) => string {
  const language = useLanguage();
  const { data } = useQuery({ queryKey: ['words'], queryFn: () => api.reference.words({}), staleTime: 3_600_000 });
  return useCallback(
    (code, set) => {
      if (!code) return '';
      // Not yet known what it is called: nothing is better than an id that flickers.
      if (data === undefined) return '…';
      const { sets } = data;
      const lists = set && sets[set] ? [sets[set]] : Object.values(sets);
      const found = lists.flatMap((list) => list ?? []).find((each) => each.code === code);
      return found ? (language === 'en' ? found.label.en : found.label.zh) : code;
    },
    [data, language],
  );
}

/** The value sets as choices of a control: `choicesOf('notAcceptedReason')`. */
export function useChoices(): (set: string) => { value: string; label: string }[] {
  const language = useLanguage();
  const { data } = useQuery({ queryKey: ['words'], queryFn: () => api.reference.words({}), staleTime: 3_600_000 });
  return useCallback(
    (set) => (data?.sets[set] ?? []).map((each) => ({ value: each.code, label: language === 'en' ? each.label.en : each.label.zh })),
    [data, language],
  );
}

/** Programmes in words. */
export function useProgrammeWords(): (programme: string) => string {
  const label = useLabel();
  const { data } = useQuery({ queryKey: ['programmes'], queryFn: () => api.reference.programmes({}), staleTime: 3_600_000 });
  return useCallback(
    (programme) => (data ? label(data.programmes.find((each) => each.id === programme)?.label) || programme : '…'),
    [data, label],
  );
}

/** Districts in words: MOI codes and Chinese names become names in the language of the screen; what is not known here stays. */
export function useDistrictWords(): (district: string | null) => string {
  const label = useLabel();
  const { data } = useQuery({ queryKey: ['places'], queryFn: () => api.reference.places({}), staleTime: 3_600_000 });
  return useCallback(
    (district) =>
      district
        ? data
          ? label(data.districts.find((each) => each.id === district || each.name.zh === district)?.name) || district
          : '…'
        : '',
    [data, label],
  );
}

/** Units in words: what a list names in Chinese is named in the language of the screen; units of other counties stay as they are. */
export function useUnitWords(): (unit: string | null | undefined) => string {
  const label = useLabel();
  const language = useLanguage();
  const english = language === 'en';
  const { data } = useQuery({ queryKey: ['units'], queryFn: () => api.reference.units({}), staleTime: 600_000, enabled: english });
  return useCallback(
    (unit) => (unit ? (english ? label(data?.units.find((each) => each.name.zh === unit)?.name) || unit : unit) : ''),
    [data, english, label],
  );
}
