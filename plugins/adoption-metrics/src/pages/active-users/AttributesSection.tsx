import type {
  AttributeUse,
  BreakdownGranularity,
  Metric,
} from 'backstage-plugin-adoption-metrics-common';
import { useAnswer } from '../../api';
import { Bar } from '../../ui/Bar';
import { useLanguage, type Language } from '../../ui/format';
import { LoadedSection } from '../../ui/loading/LoadedSection';
import { useReportFile } from '../../ui/loading/ReportSection';
import { DataTable, type Column } from '../../ui/table';
import { ShareChange } from './changes';
import { periodText, whyNoBreakdown } from './periodText';
import styles from './ActiveUsersSections.module.css';

type Attribute = AttributeUse['attributes'][number];
type GroupRow = Attribute['groups'][number];

/** Active users by configured attributes; nothing where there are none. */
export function AttributesSection(props: {
  granularity: BreakdownGranularity;
  metric: Metric;
}) {
  const { granularity, metric } = props;
  const language = useLanguage();
  const { t, format } = language;

  const loaded = useAnswer('GET /activity/attributes', {
    query: { granularity },
  });
  const file = useReportFile('GET /activity/attributes', { granularity });
  if (!loaded.value || loaded.value.attributes.length === 0) {
    return null;
  }
  return (
    <LoadedSection
      id="attributes"
      title={t('activeUsers.attributes.title')}
      loaded={loaded}
      file={file}
      height={280}
      description={use =>
        t('activeUsers.attributes.description', {
          period: periodText(use, language),
          minimum: format.count(use.minimumGroupSize),
        })
      }
      emptyText={use => whyNoBreakdown(use, language)}
    >
      {use =>
        use.attributes.map(attribute => (
          <AttributeTable
            key={attribute.id}
            attribute={attribute}
            minimum={use.minimumGroupSize}
            metric={metric}
          />
        ))
      }
    </LoadedSection>
  );
}

function AttributeTable(props: {
  attribute: Attribute;
  minimum: number;
  metric: Metric;
}) {
  const { attribute, minimum, metric } = props;
  const language = useLanguage();
  const { t, format } = language;

  return (
    <>
      <h3>{attribute.title}</h3>
      {attribute.isBrokenDown ? (
        <DataTable
          name={t('activeUsers.attributes.tableName', {
            attribute: attribute.title,
          })}
          columns={groupColumns(attribute, metric, language)}
          rows={attribute.groups}
          rowKey={({ id }) => id}
        />
      ) : (
        <p className={styles.hint}>
          {t('activeUsers.attributes.notBrokenDown', {
            minimum: format.count(minimum),
          })}
        </p>
      )}
    </>
  );
}

function groupColumns(
  { groups }: Attribute,
  metric: Metric,
  language: Language,
): Array<Column<GroupRow>> {
  const { t, format } = language;
  const shares = groups.map(({ share }) => share ?? 0);
  const whole = Math.max(metric.target.value, ...shares);
  return [
    {
      id: 'group',
      label: t('activeUsers.attributes.group'),
      sortBy: row => nameOf(row, language),
      cell: row => nameOf(row, language),
    },
    {
      id: 'developers',
      label: t('activeUsers.attributes.developers'),
      numeric: true,
      sortBy: ({ developers }) => developers,
      cell: ({ developers }) => format.count(developers),
    },
    {
      id: 'active',
      label: t('activeUsers.attributes.active'),
      numeric: true,
      sortBy: ({ active }) => active,
      cell: ({ active }) => format.countOrUnknown(active),
    },
    {
      id: 'share',
      label: t('activeUsers.attributes.share'),
      numeric: true,
      sortBy: ({ share }) => share,
      cell: ({ share }) =>
        share === null ? (
          t('common.unknown')
        ) : (
          <div className={styles.meter}>
            <Bar part={share} whole={whole} mark={metric.target.value} />
            <span>{format.value(share, metric)}</span>
          </div>
        ),
    },
    {
      id: 'change',
      label: t('activeUsers.attributes.change'),
      numeric: true,
      cell: ({ share, previousShare }) => (
        <ShareChange share={share} previous={previousShare} />
      ),
    },
  ];
}

function nameOf({ kind, name, values }: GroupRow, { t, format }: Language) {
  switch (kind) {
    case 'value':
      return name;
    case 'none':
      return t('activeUsers.attributes.none');
    default:
      return values.length > 0
        ? `${t('activeUsers.attributes.others')} (${t(
            'activeUsers.attributes.includes',
            { values: format.list(values) },
          )})`
        : t('activeUsers.attributes.others');
  }
}
