import type {
  Proof,
  ProofCandidate,
} from 'backstage-plugin-adoption-metrics-common';
import { whyUnknownText } from '../../ui/decision';
import { Chip } from '../../ui/StatusChip';
import type { Language } from '../../ui/format';
import type { Column } from '../../ui/table';
import styles from './DecisionTab.module.css';

/** What became of each candidate. */
export function candidateColumns(
  { result, currency }: Proof,
  { t, format }: Language,
): Array<Column<ProofCandidate>> {
  const isWinner = ({ id }: ProofCandidate) =>
    result.outcome === 'winner' && result.candidates.includes(id);
  const moneyOrUnknown = (amount: number | null) =>
    amount === null ? t('common.unknown') : format.money(amount, currency);
  return [
    {
      id: 'candidate',
      label: t('decision.proofs.candidate'),
      cell: candidate => (
        <span className={styles.lines}>
          <span>{candidate.title}</span>
          <span className={styles.quiet}>
            {candidate.triedBy?.name ?? t('decision.proofs.teamUnknown')}
          </span>
          {isWinner(candidate) && (
            <Chip tone="positive">{t('decision.proofs.winner')}</Chip>
          )}
        </span>
      ),
    },
    {
      id: 'active',
      label: t('decision.proofs.active'),
      numeric: true,
      sortBy: ({ share }) => share,
      cell: ({ active, size, unknown }) =>
        active === null || size === null ? (
          <span className={styles.lines}>
            <span>{t('common.unknown')}</span>
            {unknown && (
              <span className={styles.quiet}>
                {whyUnknownText(unknown, { t })}
              </span>
            )}
          </span>
        ) : (
          t('common.partOfWhole', {
            part: format.count(active),
            whole: format.count(size),
          })
        ),
    },
    {
      id: 'days',
      label: t('decision.proofs.daysToGoal'),
      numeric: true,
      sortBy: ({ daysToGoal }) => daysToGoal,
      cell: ({ daysToGoal, goalReachedOn }) =>
        daysToGoal === null ? (
          t('decision.proofs.notReached')
        ) : (
          <span className={styles.lines}>
            <span>{format.count(daysToGoal)}</span>
            {goalReachedOn && (
              <span className={styles.quiet}>{format.date(goalReachedOn)}</span>
            )}
          </span>
        ),
    },
    {
      id: 'cost',
      label: t('decision.proofs.costPerActive'),
      numeric: true,
      sortBy: ({ costPerActiveDeveloper }) => costPerActiveDeveloper,
      cell: ({ costPerActiveDeveloper }) =>
        moneyOrUnknown(costPerActiveDeveloper),
    },
    {
      id: 'feedback',
      label: t('decision.proofs.feedback'),
      numeric: true,
      sortBy: ({ feedback }) => feedback && feedback.score,
      cell: ({ feedback }) =>
        feedback
          ? t('decision.proofs.score', {
              score: format.decimal(feedback.score, 1),
              count: feedback.answers,
            })
          : t('common.unknown'),
    },
    {
      id: 'fresh',
      label: t('decision.proofs.lastReport'),
      cell: ({ lastReportedDay, missingDays }) => (
        <span className={styles.lines}>
          <span>
            {lastReportedDay
              ? format.date(lastReportedDay)
              : t('decision.proofs.noReport')}
          </span>
          {missingDays > 0 && (
            <span className={styles.quiet}>
              {t('decision.proofs.missing', { count: missingDays })}
            </span>
          )}
        </span>
      ),
    },
  ];
}
