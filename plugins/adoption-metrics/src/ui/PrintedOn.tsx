import { useEffect, useState } from 'react';
import { useLanguage } from './format';
import styles from './Paper.module.css';

/** Says on paper when a page was printed, by the reader's own clock. */
export function PrintedOn() {
  const { t, format } = useLanguage();
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    const note = () => setNow(new Date().toISOString());
    window.addEventListener('beforeprint', note);
    return () => window.removeEventListener('beforeprint', note);
  }, []);

  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return (
    <p className={styles.printedOn}>
      {t('common.printedOn', { time: format.instant(now, timeZone), timeZone })}
    </p>
  );
}
