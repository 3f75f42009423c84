// The filter read as a sentence, each condition a word that can be changed; and which columns are shown.
import { useQuery } from '@tanstack/react-query';
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { api } from '../../client/api.ts';
import { may, useMe } from '../../session/me.ts';
import { buttonClass } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { CheckBox } from '../../ui/inputs.tsx';
import { bandWord } from '../../ui/Ladder.tsx';
import { Token } from '../../ui/Token.tsx';
import { statusWord } from '../../words/case-status.ts';
import { m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';
import styles from './CaseList.module.css';
import { type FilterName, riskIds, sortIds, statusIds } from './filter.ts';
import type { CaseFilter } from './queries.ts';

type Props = {
  filter: CaseFilter;
  /** Undefined while nothing is known yet. */
  count: number | undefined;
  more: boolean;
  columns: readonly { id: string; header: string }[];
  hidden: readonly string[];
  onChange: (next: Partial<Record<FilterName, string | undefined>>) => void;
};

/** The sentence above the list. */
export function FilterSentence({ filter, count, more, columns, hidden, onChange }: Props) {
  const label = useLabel();
  const programmes = useQuery({ queryKey: ['programmes'], queryFn: () => api.reference.programmes({}), staleTime: 3_600_000 });
  const places = useQuery({ queryKey: ['places'], queryFn: () => api.reference.places({}), staleTime: 3_600_000 });
  const units = useQuery({ queryKey: ['units'], queryFn: () => api.reference.units({}), staleTime: 3_600_000 });
  // Who leads a team may ask for one of its people; the others have no list of them.
  const work = useQuery({
    queryKey: ['cases', 'worklist'],
    queryFn: () => api.cases.worklist({}),
    enabled: may(useMe(), 'case.assign'),
    staleTime: 60_000,
  });
  const team = (work.data?.team ?? []).flatMap((each) => (each.accountId ? [{ value: each.accountId, label: each.name ?? '—' }] : []));
  const kinds = new Set((programmes.data?.programmes ?? []).map((each) => each.unit));
  // Cases are led by some kinds of units; the others would only ever find nothing.
  const leading = (units.data?.units ?? []).filter((each) => kinds.has(each.kind) || each.id === filter.unitId);
  const sortWords = { due: m.col_time_left(), newest: m.sort_newest(), received: m.sort_oldest(), lastContact: m.last_contact() };
  return (
    <fieldset className={styles.sentence} aria-label={m.filter_label()} data-print="no">
      <span>{m.filter_show()}</span>
      <Token
        label={m.programme()}
        value={filter.programme ?? ''}
        none={m.filter_all_programmes()}
        choices={(programmes.data?.programmes ?? []).map((each) => ({ value: each.id, label: label(each.label) }))}
        onChange={(programme) => onChange({ programme })}
      />
      <span>{m.filter_unit()}</span>
      <Token
        label={m.unit()}
        value={filter.unitId ?? ''}
        none={m.filter_any_unit()}
        choices={leading.map((each) => ({ value: each.id, label: label(each.name) }))}
        onChange={(unit) => onChange({ unit })}
      />
      {(team.length > 0 || filter.leadId) && (
        <>
          <span>{m.filter_lead()}</span>
          <Token
            label={m.lead()}
            value={filter.leadId ?? ''}
            none={m.filter_anybody()}
            choices={team}
            onChange={(lead) => onChange({ lead })}
          />
        </>
      )}
      <span>{m.filter_stage()}</span>
      <Token
        label={m.stage()}
        value={filter.status ?? ''}
        none={m.filter_any_stage()}
        choices={statusIds.map((each) => ({ value: each, label: statusWord(each) }))}
        onChange={(status) => onChange({ status })}
      />
      <span>{m.filter_risk()}</span>
      <Token
        label={m.band_label()}
        value={filter.risk ?? ''}
        none={m.filter_any()}
        choices={riskIds.map((each) => ({ value: each, label: bandWord(each) }))}
        onChange={(risk) => onChange({ risk })}
      />
      <span>{m.filter_district()}</span>
      <Token
        label={m.district()}
        value={filter.district ?? ''}
        none={m.filter_any_district()}
        choices={(places.data?.districts ?? []).map((each) => ({ value: each.id, label: label(each.name) }))}
        onChange={(district) => onChange({ district })}
      />
      <span>{m.filter_sort()}</span>
      <Token
        label={m.filter_sort_label()}
        value={filter.sort ?? 'due'}
        none={sortWords.due}
        choices={sortIds.map((each) => ({ value: each, label: sortWords[each] }))}
        onChange={(sort) => onChange({ sort })}
      />
      <span>{m.filter_end()}</span>
      <span className="sp" />
      {count !== undefined && (
        <span className="t-s">
          <b>{count}</b> {more ? m.filter_count_more() : m.filter_count()}
        </span>
      )}
      <DialogTrigger>
        <AriaButton className={buttonClass('plain', 'small')}>
          <Icon name="columns" />
          {m.columns()}
        </AriaButton>
        <Popover className="float">
          <Dialog aria-label={m.columns()} className={styles.columns ?? ''}>
            {columns.map((column) => (
              <CheckBox
                key={column.id}
                label={column.header}
                checked={!hidden.includes(column.id)}
                onChange={(on) => onChange({ hide: (on ? hidden.filter((each) => each !== column.id) : [...hidden, column.id]).join(',') })}
              />
            ))}
          </Dialog>
        </Popover>
      </DialogTrigger>
    </fieldset>
  );
}
