import type { MyData } from 'backstage-plugin-adoption-metrics-common';
import { addDays, useLanguage } from '../../ui/format';
import { Section } from '../../ui/Section';
import styles from './MyDataPage.module.css';

/** In which proofs of concept a team of the person takes part; none, no section. */
export function ProofsSection(props: { data: MyData }) {
  const { proofs } = props.data;
  const { t, format } = useLanguage();

  if (proofs.length === 0) {
    return null;
  }
  return (
    <Section title={t('myData.proofs.title')}>
      <ul className={styles.held}>
        {proofs.map(({ candidate, team, from, to }) => (
          <li key={`${candidate} ${from}`}>
            {t('myData.proofs.takesPart', {
              candidate,
              team,
              first: format.date(from),
              last: format.date(addDays(to, -1)),
            })}
          </li>
        ))}
      </ul>
      <p className={styles.quiet}>{t('myData.proofs.note')}</p>
    </Section>
  );
}
