import type { ProofCandidate } from 'backstage-plugin-adoption-metrics-common';
import { ColumnChart } from '../../ui/chart';
import { useLanguage, type Language } from '../../ui/format';
import { DataTable } from '../../ui/table';
import layout from '../../ui/layout.module.css';

interface ProofByDayProps {
  candidate: ProofCandidate;
  asTable: boolean;
}

/** How many of a team have used a candidate, up to each day. */
export function ProofByDay({ candidate, asTable }: ProofByDayProps) {
  const language = useLanguage();
  const { t, format } = language;

  const { title, byDay, needed } = candidate;
  const name = t('decision.proofs.byDayOf', { title });
  return (
    <div className={layout.stack}>
      <p className={layout.quiet}>
        {needed === null
          ? name
          : t('decision.proofs.goalOf', { name, needed: format.count(needed) })}
      </p>
      {asTable ? (
        <DataTable
          name={name}
          columns={[
            {
              id: 'day',
              label: t('decision.proofs.day'),
              cell: ({ day }) => format.day(day),
            },
            {
              id: 'active',
              label: t('decision.proofs.active'),
              numeric: true,
              cell: ({ active }) => format.countOrUnknown(active),
            },
          ]}
          rows={byDay}
          rowKey={({ day }) => day}
        />
      ) : (
        <ColumnChart
          name={name}
          axis={t('decision.proofs.active')}
          layers={[
            {
              id: 'active',
              label: t('decision.proofs.active'),
              color: 'var(--adoption-accent)',
            },
          ]}
          rows={byDay.map(each => rowOf(each, language))}
          limit={needed ?? undefined}
        />
      )}
    </div>
  );
}

function rowOf(
  { day, active }: ProofCandidate['byDay'][number],
  { t, format }: Language,
) {
  const text = t('decision.proofs.activeOn', {
    active: format.countOrUnknown(active),
  });
  return {
    key: day,
    label: format.shortDay(day),
    values: active === null ? {} : { active },
    details: [text],
  };
}
