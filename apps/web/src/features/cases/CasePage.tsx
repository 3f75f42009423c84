// The case workspace: header with stages and clocks, tabs in the URL, and beside them what may be done now and why the rest may not.
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { readProblem } from '../../client/problem.ts';
import { Shown } from '../../client/Shown.tsx';
import { BreakGlassDialog } from '../../frame/BreakGlassDialog.tsx';
import { useTitleNumber } from '../../frame/title.ts';
import { useUrl } from '../../frame/url.ts';
import { may, useMe } from '../../session/me.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useKeys } from '../../ui/keys.ts';
import { TabBar } from '../../ui/TabBar.tsx';
import { m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';
import { ActionDialog } from './ActionDialog.tsx';
import { ActionsColumn } from './ActionsColumn.tsx';
import { Ahead } from './Ahead.tsx';
import { AssessmentsTab } from './AssessmentsTab.tsx';
import styles from './Case.module.css';
import { CaseHeader } from './CaseHeader.tsx';
import { CaseReport } from './CaseReport.tsx';
import { ClosedAct } from './ClosedAct.tsx';
import { draftOf, planOfDraft } from './draft-of.ts';
import { Ended } from './Ended.tsx';
import { FamilyTab } from './FamilyTab.tsx';
import { FilesTab } from './FilesTab.tsx';
import { NetworkTab } from './NetworkTab.tsx';
import { PlanTab } from './PlanTab.tsx';
import { useCase, type Workspace } from './queries.ts';
import { ServicesTab } from './ServicesTab.tsx';
import { SupportDialog } from './SupportDialog.tsx';
import { hasOwnPlace, isSupportAct } from './support-acts.ts';
import { TimelineTab } from './TimelineTab.tsx';
import { WholeRecord } from './WholeRecord.tsx';

const tabIds = ['timeline', 'family', 'assessments', 'plan', 'services', 'network', 'files', 'record'] as const;

/** The page of one case. */
export function CasePage() {
  const { caseId } = useParams({ strict: false }) as { caseId: string };
  const me = useMe();
  const query = useCase(caseId);
  const [glass, setGlass] = useState(false);
  const closed = query.error && [403, 404].includes(readProblem(query.error).status);
  return (
    <>
      {!query.data && <h1 className="vh">{m.room_cases()}</h1>}
      <Shown query={query}>{(data) => <CaseWorkspace one={data} />}</Shown>
      {closed && may(me, 'breakglass.use') && (
        <div className="pad">
          <Button tone="danger" onClick={() => setGlass(true)}>
            <Icon name="lock" />
            {m.breakglass()}
          </Button>
        </div>
      )}
      {glass && <BreakGlassDialog kind="case" id={caseId} onClose={() => setGlass(false)} />}
    </>
  );
}

function CaseWorkspace({ one }: { one: Workspace }) {
  useTitleNumber(one.number);
  const [url, setUrl] = useUrl('tab', 'act', 'report', 'goal', 'who', 'plan');
  const tab = tabIds.find((each) => each === url.tab) ?? 'timeline';
  const acting = one.allowed.find((each) => each.type === url.act);
  const closedAct = one.closed.find((each) => each.type === url.act);
  const reading = one.reports.find((each) => each.id === url.report);
  // A file is added where the files are.
  const start = (type: string | undefined, plan?: string) =>
    setUrl(type === 'attachFile' ? { tab: 'files', act: type } : { act: type, goal: undefined, who: undefined, plan }, true);
  const canNote = one.allowed.some((each) => each.type === 'recordVisit');
  const label = useLabel();
  const keys = canNote ? [{ key: 'r', does: m.new_record(), run: () => start('recordVisit') }] : [];
  useKeys([
    ...keys,
    ...one.allowed
      .filter((act) => !hasOwnPlace(act.type))
      .map(({ type, label: words }) => ({ does: label(words), run: () => start(type) })),
  ]);
  const sees = (part: string) => one.parts.length === 0 || one.parts.includes(part);
  return (
    <div className={styles.case} data-print="flow">
      <CaseHeader one={one} onRecord={canNote ? () => start('recordVisit') : undefined} />
      <div className={styles.tabs}>
        <TabBar
          label={m.case_tabs()}
          current={tab}
          tabs={[
            { id: 'timeline', label: m.tab_timeline() },
            { id: 'family', label: m.tab_family(), count: one.members.filter((each) => each.until === null).length },
            { id: 'assessments', label: m.tab_assessments(), count: one.assessments.length + one.assessmentGaps.length },
            { id: 'plan', label: m.tab_plan(), count: one.goals.length },
            { id: 'services', label: m.tab_services(), count: one.services.length },
            { id: 'network', label: m.tab_network(), count: one.referrals.length + one.collaborators.length },
            { id: 'files', label: m.tab_files(), count: one.files.length },
            { id: 'record', label: m.tab_record() },
          ]}
        />
      </div>
      <section className={styles.body} aria-label={m.case_tabs()}>
        {tab === 'timeline' && (
          <>
            <Ended one={one} />
            <Ahead one={one} onStart={start} />
            <TimelineTab one={one} />
          </>
        )}
        {tab === 'family' && <FamilyTab one={one} />}
        {tab === 'assessments' && <AssessmentsTab one={one} />}
        {tab === 'plan' && <PlanTab one={one} visible={sees('plan')} />}
        {tab === 'services' && <ServicesTab one={one} />}
        {tab === 'network' && <NetworkTab one={one} />}
        {tab === 'files' && <FilesTab one={one} choosing={acting?.type === 'attachFile'} onChosen={() => start(undefined)} />}
        {tab === 'record' && <WholeRecord one={one} planVisible={sees('plan')} />}
      </section>
      <ActionsColumn one={one} onStart={start} />
      {reading && <CaseReport caseId={one.id} report={reading} onClose={() => setUrl({ report: undefined }, true)} />}
      {closedAct && !hasOwnPlace(closedAct.type) && (
        <ClosedAct
          act={closedAct}
          draft={draftOf(one.id, closedAct.type, url.goal ?? url.who ?? planOfDraft(closedAct.type, url.plan))}
          onClose={() => start(undefined)}
        />
      )}
      {isSupportAct(acting?.type) && <SupportDialog one={one} type={acting.type} planId={url.plan} onClose={() => start(undefined)} />}
      {acting && acting.type !== 'attachFile' && !hasOwnPlace(acting.type) && (
        <ActionDialog
          key={`${acting.type} ${url.goal} ${url.who} ${url.plan}`}
          one={one}
          type={acting.type}
          title={acting.label}
          goalId={url.goal}
          planId={url.plan}
          personId={url.who}
          onClose={() => start(undefined)}
        />
      )}
    </div>
  );
}
