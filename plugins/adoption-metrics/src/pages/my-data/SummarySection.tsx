import type { MyData } from 'backstage-plugin-adoption-metrics-common';
import { Section } from '../../ui/Section';
import { heldTexts } from './heldTexts';
import { useLanguage } from '../../ui/format';
import styles from './MyDataPage.module.css';

/** What is held, in plain words. */
export function SummarySection(props: { data: MyData }) {
  const language = useLanguage();
  const { t } = language;

  return (
    <Section title={t('myData.summary.title')}>
      <ul className={styles.held}>
        {heldTexts(props.data, language).map(text => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <p className={styles.quiet}>{t('myData.summary.note')}</p>
    </Section>
  );
}
