// Wherever people are invented, a strip says so; it also holds the switch of language and of light and dark.
import { Button } from '../ui/Button.tsx';
import { toggleTheme, useDark } from '../ui/theme.ts';
import { m, setLanguage, useLanguage } from '../words/index.ts';
import styles from './DemoStrip.module.css';

/** The strip at the very top. */
export function DemoStrip({ demo }: { demo: boolean }) {
  const dark = useDark();
  const language = useLanguage();
  return (
    <aside className={styles.strip} aria-label={m.strip_label()} data-print="no">
      {demo && <b>{m.demo_banner()}</b>}
      <span className={`${styles.note} el`}>{demo ? m.demo_note() : ''}</span>
      <Button tone="bare" lang={language === 'en' ? 'zh-Hant-TW' : 'en'} onClick={() => setLanguage(language === 'en' ? 'zh-TW' : 'en')}>
        {language === 'en' ? '中文' : 'English'}
      </Button>
      <Button tone="bare" onClick={toggleTheme}>
        {dark ? m.theme_light() : m.theme_dark()}
      </Button>
    </aside>
  );
}
