// The arbiter's table: disputes by their clock; one of them open beside the list, with the report and the family it is decided by.
import { Shown } from '../../client/Shown.tsx';
import { ListBeside, ListItem } from '../../frame/ListBeside.tsx';
import { useUrl } from '../../frame/url.ts';
import { may, useMe } from '../../session/me.ts';
import { Clock } from '../../ui/Clock.tsx';
import { Ladder } from '../../ui/Ladder.tsx';
import { useNarrow } from '../../ui/narrow.ts';
import { Empty, NoPermission } from '../../ui/states.tsx';
import { useWalk } from '../../ui/walk.ts';
import { m } from '../../words/index.ts';
import { useDistrictWords, useLabel } from '../../words/label.ts';
import styles from './Dispatch.module.css';
import { DisputeDetail } from './DisputeDetail.tsx';
import { type Dispute, useDisputes } from './queries.ts';

/** The arbitration page. */
export function ArbitrationPage() {
  const me = useMe();
  if (!may(me, 'report.arbitrate'))
    return (
      <div className="page">
        <h1 className="vh">{m.room_arbitration()}</h1>
        <NoPermission />
      </div>
    );
  return <Disputes />;
}

function Disputes() {
  const [url, setUrl] = useUrl('dispatch');
  const narrow = useNarrow();
  const disputes = useDisputes();
  const rows = disputes.data?.rows ?? [];
  // A dispute that was ruled on leaves the list; the next by the clock takes its place.
  const named = rows.find((row) => row.id === url.dispatch)?.id;
  const current = named ?? (narrow ? '' : (rows[0]?.id ?? ''));
  useWalk(rows, current, (dispatch) => setUrl({ dispatch }, true));
  return (
    <ListBeside
      room={m.room_arbitration()}
      chosen={current}
      chosenLabel={m.dispatch_detail()}
      onBack={() => setUrl({ dispatch: undefined })}
      list={
        <>
          <div className={styles.head}>
            <h1>{m.room_arbitration()}</h1>
            {rows.length > 0 && <span className="i3">{rows.length}</span>}
          </div>
          <Shown query={disputes}>
            {(data) =>
              data.rows.length === 0 ? (
                <Empty title={m.arbitration_empty()}>{m.arbitration_empty_more()}</Empty>
              ) : (
                <ul>
                  {data.rows.map((row) => (
                    <DisputeItem key={row.id} row={row} on={row.id === current} />
                  ))}
                </ul>
              )
            }
          </Shown>
        </>
      }
    >
      <DisputeDetail key={current} dispatchId={current} />
    </ListBeside>
  );
}

function DisputeItem({ row, on }: { row: Dispute; on: boolean }) {
  const district = useDistrictWords();
  const label = useLabel();
  return (
    <ListItem param="dispatch" id={row.id} on={on} className={styles.item}>
      {row.arbiterDue ? <Clock start={row.sentAt} due={row.arbiterDue} /> : <span />}
      <span className={styles.marks}>
        <Ladder band={row.band} />
      </span>
      <span className={`${styles.title} el`}>
        {row.title ?? m.unnamed()}·{label(row.programmeLabel)}
      </span>
      <span className={`${styles.meta} el`}>{[district(row.districtName), row.reportNumber].filter(Boolean).join('·')}</span>
    </ListItem>
  );
}
