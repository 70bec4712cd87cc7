import type { ProgrammeReport } from 'backstage-plugin-adoption-metrics-common';
import { Section } from '../../ui/Section';
import { StatusChip } from '../../ui/StatusChip';
import styles from '../../ui/layout.module.css';

/** The three other figures as they stand; none of them is forecast. */
export function FiguresSection(props: { report: ProgrammeReport }) {
  const { figures, verdict } = props.report;
  return (
    <Section title="The other figures">
      <div className={styles.stack}>
        <p className={styles.lead}>{verdict.sentence}</p>
        <ul className={styles.figures}>
          {figures.map(({ metric, status, statement }) => (
            <li key={metric}>
              <StatusChip status={status} />
              <span>{statement}</span>
            </li>
          ))}
        </ul>
      </div>
    </Section>
  );
}
