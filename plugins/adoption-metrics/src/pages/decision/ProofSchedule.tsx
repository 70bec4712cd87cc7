import type { Proof } from 'backstage-plugin-adoption-metrics-common';
import { useLanguage } from '../../ui/format';
import { periodOf } from './proofTexts';
import styles from './DecisionTab.module.css';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** When each candidate is tried, as rows with bars. */
export function ProofSchedule({ proof }: { proof: Proof }) {
  const language = useLanguage();
  const { t } = language;

  const { firstDay, lastDay, candidates, evaluation } = proof;
  const rows = [
    ...candidates.map(({ id, title, triedBy, ...period }) => ({
      id: String(id),
      label: title,
      team: triedBy?.name,
      period,
    })),
    {
      id: 'evaluation',
      label: t('decision.proofs.evaluation'),
      team: undefined,
      period: evaluation,
    },
  ];
  const whole = daysBetween(firstDay, lastDay);
  return (
    <ol className={styles.schedule} aria-label={t('decision.proofs.schedule')}>
      {rows.map(({ id, label, team, period }) => (
        <li key={id}>
          <span>
            {team ? t('decision.proofs.by', { title: label, team }) : label}
          </span>
          <span className={styles.track} aria-hidden>
            <span
              className={styles.bar}
              style={{
                left: percent(
                  daysBetween(firstDay, period.firstDay) - 1,
                  whole,
                ),
                width: percent(
                  daysBetween(period.firstDay, period.lastDay),
                  whole,
                ),
              }}
            />
          </span>
          <span>{periodOf(period, language)}</span>
        </li>
      ))}
    </ol>
  );
}

/** Both included. */
function daysBetween(first: string, last: string): number {
  return Math.round((Date.parse(last) - Date.parse(first)) / DAY_MS) + 1;
}

function percent(part: number, whole: number): string {
  return `${(part / whole) * 100}%`;
}
