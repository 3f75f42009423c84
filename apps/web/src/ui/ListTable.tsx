// The list: dense rows, virtualised, moved through by keyboard (J K, X, Enter), sorted and chosen by the caller, whose state is in the URL.
// A real table for screen readers; on a phone each row becomes a small card with its column names.
import { columnVisibilityFeature, createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { m } from '../words/index.ts';
import { useKeys } from './keys.ts';
import styles from './ListTable.module.css';
import { usePlace } from './list-place.ts';
import { useNarrow } from './narrow.ts';
import { usePrinting } from './printing.ts';

export type ListColumn<Row> = {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  width?: number;
  numeric?: boolean;
  /** Present when the list can be ordered by this column. */
  sortable?: boolean;
};

type Props<Row> = {
  label: string;
  rows: readonly Row[];
  /** Names what is listed, where the way back should lead to the row that was left; the list is a new one (`key`) with every other name. */
  place?: string;
  columns: readonly ListColumn<Row>[];
  rowId: (row: Row) => string;
  rowName: (row: Row) => string;
  onOpen?: (row: Row) => void;
  hidden?: readonly string[];
  selection?: { chosen: ReadonlySet<string>; onChange: (next: Set<string>) => void };
  /** `down`: the greatest first. */
  sort?: { by: string; down?: boolean; onSort: (by: string) => void };
  /** Called when the end comes into sight, for the next part of the list. */
  onEnd?: () => void;
};

const features = tableFeatures({ columnVisibilityFeature });

/** A virtualised list of rows. */
export function ListTable<Row extends object>(props: Props<Row>) {
  const { rows, columns, rowId, rowName, onOpen, selection } = props;
  const narrow = useNarrow();
  const scroller = useRef<HTMLDivElement>(null);
  const place = usePlace(props.place);
  const [cursor, setCursor] = useState(place.before?.cursor ?? 0);
  const helper = useMemo(() => createColumnHelper<typeof features, Row>(), []);
  const defs = useMemo(
    () => columns.map((column) => helper.display({ id: column.id, header: column.header, cell: ({ row }) => column.cell(row.original) })),
    [columns, helper],
  );
  const visibility = useMemo(() => Object.fromEntries((props.hidden ?? []).map((id) => [id, false])), [props.hidden]);
  const table = useTable({ features, columns: defs, data: rows as Row[], state: { columnVisibility: visibility } });
  const model = table.getRowModel().rows;
  const virtual = useVirtualizer({
    count: model.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (narrow ? 148 : 24),
    overscan: 12,
    ...(place.before ? { initialOffset: place.before.offset, initialMeasurementsCache: place.before.sizes } : {}),
  });
  place.keep(() => ({ cursor, offset: virtual.scrollOffset ?? 0, sizes: virtual.measurementsCache }));
  const printing = usePrinting();
  const seen = virtual.getVirtualItems();
  const items = printing ? model.map((_row, index) => ({ index, start: 0, end: 0 })) : seen;
  const shown = table.getVisibleLeafColumns();
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);

  const move = (step: number) => {
    const next = Math.min(Math.max(cursor + step, 0), rows.length - 1);
    setCursor(next);
    virtual.scrollToIndex(next);
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-row="${next}"]`)?.focus());
  };
  const toggle = (id: string) => {
    if (!selection) return;
    const next = new Set(selection.chosen);
    if (!next.delete(id)) next.add(id);
    selection.onChange(next);
  };
  const act = (run: (row: Row) => void) => () => {
    const row = rows[cursor];
    if (row) run(row);
  };
  useKeys([
    { key: 'j', does: m.key_down(), run: () => move(1) },
    { key: 'k', does: m.key_up(), run: () => move(-1) },
    ...(selection
      ? [
          { key: 'x', does: m.key_choose(), run: act((row) => toggle(rowId(row))) },
          { key: 'Escape', does: m.key_clear(), run: () => selection.onChange(new Set()) },
        ]
      : []),
    ...(onOpen ? [{ key: 'Enter', does: m.open(), run: act(onOpen) }] : []),
  ]);

  const last = items.at(-1)?.index ?? 0;
  const reached = useRef(0);
  if (props.onEnd && !printing && rows.length > 0 && last >= rows.length - 5 && reached.current !== rows.length) {
    reached.current = rows.length;
    queueMicrotask(props.onEnd);
  }
  const before = printing ? 0 : (items[0]?.start ?? 0);
  const after = printing ? 0 : virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={styles.scroller} ref={scroller} data-print="flow" tabIndex={0} aria-label={props.label}>
      <table className={styles.table} aria-rowcount={rows.length + 1} aria-label={props.label}>
        <colgroup>
          {selection && <col style={{ width: 34 }} />}
          {shown.map((column) => (
            <col key={column.id} style={{ width: byId.get(column.id)?.width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {selection && (
              <th scope="col">
                <input
                  type="checkbox"
                  aria-label={m.choose_all()}
                  checked={rows.length > 0 && selection.chosen.size >= rows.length}
                  onChange={(event) => selection.onChange(new Set(event.target.checked ? rows.map(rowId) : []))}
                />
              </th>
            )}
            {shown.map((column) => {
              const own = byId.get(column.id);
              const sorted = props.sort?.by === column.id;
              return (
                <th
                  key={column.id}
                  scope="col"
                  className={own?.numeric ? 'num' : undefined}
                  aria-sort={sorted ? (props.sort?.down ? 'descending' : 'ascending') : undefined}
                >
                  {own?.sortable && props.sort ? (
                    <button type="button" className={styles.sort} onClick={() => props.sort?.onSort(column.id)}>
                      {own.header}
                      {sorted ? (props.sort?.down ? ' ↓' : ' ↑') : ''}
                    </button>
                  ) : (
                    own?.header
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {/* biome-ignore-start lint/a11y/noAriaHiddenOnFocusable: empty rows that only keep the height of rows not drawn */}
          {before > 0 && <tr aria-hidden="true" style={{ height: before }} />}
          {items.map((item) => {
            const row = model[item.index];
            if (!row) return null;
            const id = rowId(row.original);
            const chosen = selection?.chosen.has(id) ?? false;
            return (
              <tr
                key={id}
                ref={virtual.measureElement}
                data-index={item.index}
                data-row={item.index}
                aria-rowindex={item.index + 2}
                tabIndex={item.index === cursor ? 0 : -1}
                data-cursor={item.index === cursor || undefined}
                data-chosen={chosen || undefined}
                onFocus={() => setCursor(item.index)}
                onDoubleClick={() => onOpen?.(row.original)}
              >
                {selection && (
                  <td>
                    <input type="checkbox" aria-label={rowName(row.original)} checked={chosen} onChange={() => toggle(id)} />
                  </td>
                )}
                {row.getVisibleCells().map((cell) => (
                  <td
                    key={cell.id}
                    data-label={byId.get(cell.column.id)?.header}
                    className={byId.get(cell.column.id)?.numeric ? 'num' : undefined}
                  >
                    <table.FlexRender cell={cell} />
                  </td>
                ))}
              </tr>
            );
          })}
          {after > 0 && <tr aria-hidden="true" style={{ height: after }} />}
          {/* biome-ignore-end lint/a11y/noAriaHiddenOnFocusable: see above */}
        </tbody>
      </table>
    </section>
  );
}
