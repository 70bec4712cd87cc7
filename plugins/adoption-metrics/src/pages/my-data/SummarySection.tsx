import type { MyData } from 'backstage-plugin-adoption-metrics-common';
import { Section } from '../../ui/Section';
import { heldTexts } from './heldTexts';
import styles from './MyDataPage.module.css';

/** What is held, in plain words. */
export function SummarySection(props: { data: MyData }) {
  return (
    <Section title="What is stored about you">
      <ul className={styles.held}>
        {heldTexts(props.data).map(text => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <p className={styles.quiet}>
        Your name is not stored with any of it, only a pseudonym that cannot be
        turned back without a secret of this portal. Pages you looked at, what
        you searched for and what you typed are never stored. How long pages
        took to load is stored without any trace of who loaded them.
      </p>
    </Section>
  );
}
