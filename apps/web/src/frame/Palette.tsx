// Ctrl K goes anywhere: people, cases and reports by name, number, telephone or address; acts of this screen, rooms and indicators by name. Searching
// people is logged with its purpose.
import { contract } from '@anwang/contract';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components';
import { api } from '../client/api.ts';
import { readProblem } from '../client/problem.ts';
import { useWaitingReports } from '../reports/waiting-reports.ts';
import { may, mayUse, useMe } from '../session/me.ts';
import { useEscapeFromNowhere } from '../ui/escape.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { capOf, Key } from '../ui/Key.tsx';
import { useActsInForce } from '../ui/keys.ts';
import { formatMoment, m } from '../words/index.ts';
import { useDistrictWords, useLabel } from '../words/label.ts';
import { describePerson } from '../words/person.ts';
import styles from './Palette.module.css';
import { roomsOf } from './rooms.ts';

type Hit = { id: string; icon: IconName; head: string; note: string; to: string; group: string; keyCap?: string; run?: () => void };

/** The search window. */
export function Palette({ onClose }: { onClose: () => void }) {
  const me = useMe();
  const label = useLabel();
  const district = useDistrictWords();
  const navigate = useNavigate();
  useEscapeFromNowhere(true, onClose);
  const [text, setText] = useState('');
  const [cursor, setCursor] = useState(0);
  const asked = useDeferredValue(text.trim());
  const found = useQuery({
    queryKey: ['people', 'search', asked],
    queryFn: () => api.people.search({ text: asked, limit: 12 }),
    enabled: mayUse(me, contract.people.search) && asked.length >= 2,
    retry: false,
  });
  const data = asked.length >= 2 ? found.data : undefined;
  const waiting = useWaitingReports(asked.length >= 2 ? asked : '')?.rows ?? [];
  const rooms = roomsOf(me);
  const acts = useActsInForce();
  const measures = useQuery({
    queryKey: ['measures', {}],
    queryFn: () => api.measures.list({}),
    enabled: asked.length >= 2 && may(me, 'measure.read'),
    staleTime: 600_000,
  });
  const named = (name: string) => name.toLowerCase().includes(text.trim().toLowerCase());
  const hits: Hit[] = [
    ...(data?.rows ?? []).map(
      (row): Hit => ({
        id: row.personId,
        icon: 'person',
        head: row.name ?? m.unnamed(),
        note: [
          describePerson(row.sex, row.age, row.birthPrecision === 'approximate'),
          district(row.district),
          row.why.map((each) => label(each.label)).join(m.list_mark()),
        ]
          .filter(Boolean)
          .join(m.clause_mark()),
        to: `/people/${row.personId}`,
        group: m.search_people(),
      }),
    ),
    ...(data?.cases ?? []).map(
      (row): Hit => ({
        id: row.id,
        icon: 'folder',
        head: row.number,
        note: [label(row.programmeLabel), row.title].filter(Boolean).join(m.clause_mark()),
        to: `/cases/${row.id}`,
        group: m.search_cases(),
      }),
    ),
    ...waiting.map(
      (row): Hit => ({
        id: row.id,
        icon: 'inbox',
        head: row.name ?? m.unnamed(),
        note: `${row.number}${m.clause_mark()}${formatMoment(row.receivedAt)}`,
        to: `/screening?report=${row.id}`,
        group: m.search_reports(),
      }),
    ),
    ...(rooms.some((room) => room.to === '/screening') ? (data?.reports ?? []) : []).map(
      (row): Hit => ({
        id: row.id,
        icon: 'inbox',
        head: row.number,
        note: '',
        to: `/screening?report=${row.id}`,
        group: m.search_reports(),
      }),
    ),
    ...(text.trim() === '' ? [] : acts)
      .filter((act) => named(act.does))
      .map((act, index): Hit => {
        const keyCap = act.key === undefined ? {} : { keyCap: capOf(act.key) };
        return { id: `act-${index}`, icon: 'right', head: act.does, note: '', to: '', group: m.search_acts(), run: act.run, ...keyCap };
      }),
    ...(asked.length < 2 ? [] : (measures.data?.measures ?? []))
      .filter((measure) => named(label(measure.label)))
      .map((measure): Hit => {
        const to = `/measures?measure=${encodeURIComponent(measure.id)}`;
        return { id: measure.id, icon: 'chart', head: label(measure.label), note: '', to, group: m.room_measures() };
      }),
    ...rooms
      .filter((room) => named(room.name()))
      .map((room): Hit => ({ id: room.to, icon: room.icon, head: room.name(), note: '', to: room.to, group: m.search_rooms() })),
  ];
  const at = Math.min(cursor, Math.max(hits.length - 1, 0));
  const go = (hit: Hit | undefined) => {
    if (!hit) return;
    onClose();
    if (hit.run) hit.run();
    else void navigate({ to: hit.to });
  };
  const problem = found.error ? readProblem(found.error) : undefined;
  return (
    <ModalOverlay className={styles.overlay} isOpen onOpenChange={(open) => !open && onClose()} isDismissable>
      <Modal className={`float ${styles.box}`}>
        <AriaDialog aria-label={m.search_open()} className={styles.dialog}>
          <div className={styles.input}>
            <Icon name="search" />
            <input
              // biome-ignore lint/a11y/noAutofocus: the window is opened to type in it
              autoFocus
              value={text}
              placeholder={m.search_placeholder()}
              aria-label={m.search_placeholder()}
              role="combobox"
              aria-expanded
              aria-controls="palette-hits"
              aria-activedescendant={hits[at] ? `hit-${hits[at].id}` : undefined}
              onChange={(event) => {
                setText(event.target.value);
                setCursor(0);
              }}
              onKeyDown={(event) => {
                if (event.nativeEvent.isComposing) return;
                if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
                  event.preventDefault();
                  setCursor(Math.min(Math.max(at + (event.key === 'ArrowDown' ? 1 : -1), 0), hits.length - 1));
                }
                if (event.key === 'Enter') go(hits[at]);
              }}
            />
            <Key>Esc</Key>
          </div>
          <div id="palette-hits" role="listbox" aria-label={m.search_open()} className={styles.hits} tabIndex={-1}>
            {hits.map((hit, index) => (
              <div key={`${hit.group}-${hit.id}`} role="presentation">
                {hits[index - 1]?.group !== hit.group && (
                  <div className={styles.group} role="presentation">
                    {hit.group}
                  </div>
                )}
                <button
                  type="button"
                  tabIndex={-1}
                  role="option"
                  id={`hit-${hit.id}`}
                  aria-selected={index === at}
                  className={styles.hit}
                  onMouseMove={() => setCursor(index)}
                  onClick={() => go(hit)}
                >
                  <Icon name={hit.icon} />
                  <b className="nw">{hit.head}</b>
                  <span className="el i2">{hit.note}</span>
                  {hit.keyCap && <Key>{hit.keyCap}</Key>}
                </button>
              </div>
            ))}
          </div>
          <div className={styles.foot} role="status">
            {found.isFetching
              ? m.searching()
              : problem
                ? problem.sentence
                : asked.length >= 2 && data && hits.length === 0
                  ? m.search_nothing()
                  : data && (data.cut || data.next !== null)
                    ? m.search_cut({ n: data.rows.length })
                    : m.search_logged()}
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
