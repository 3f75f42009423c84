// The frame of the public pages: the emergency numbers, the way to leave quickly on every step, and nothing kept on the device.
import { type ReactNode, useEffect } from 'react';
import { DemoStrip } from '../../frame/DemoStrip.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Shape } from '../../ui/Shape.tsx';
import { m, useLanguage } from '../../words/index.ts';
import { forgetReport } from './kept-report.ts';
import styles from './Report.module.css';

/** Where leaving quickly leads: the weather, an everyday page that says nothing about why one was here. */
const elsewhere = 'https://www.cwa.gov.tw/';

function leave(): void {
  forgetReport();
  document.documentElement.replaceChildren();
  window.location.replace(elsewhere);
}

type Props = { title: string; demo: boolean; children: ReactNode; foot?: ReactNode; steps?: ReactNode };

/** A public page on one column, foot always in sight. */
export function PublicFrame({ title, demo, children, foot, steps }: Props) {
  const language = useLanguage();
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <div className={styles.public} key={language}>
      <DemoStrip demo={demo} />
      <header className={styles.head}>
        <h1 className="el">{title}</h1>
        <span className="sp" />
        <Button tone="danger" onClick={leave}>
          <Icon name="exit" />
          {m.report_leave()}
        </Button>
      </header>
      {steps && <nav aria-label={m.report_steps()}>{steps}</nav>}
      <main className={styles.body}>{children}</main>
      <footer className={styles.foot}>
        <p className={styles.emergency}>
          <span className="urg">
            <Shape meaning="urgent" />
          </span>
          <span>
            {m.report_emergency_before()}{' '}
            <a href="tel:110">
              <b>110</b>
            </a>{' '}
            {m.report_emergency_or()}{' '}
            <a href="tel:113">
              <b>113</b>
            </a>
            {m.report_emergency_after()}
          </span>
        </p>
        {foot}
        <p className={styles.secret}>
          <Icon name="lock" />
          {m.report_secret()}
        </p>
      </footer>
    </div>
  );
}
