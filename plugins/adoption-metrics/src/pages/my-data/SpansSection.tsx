import type { MyData } from 'backstage-plugin-adoption-metrics-common';
import { addDays, useLanguage } from '../../ui/format';
import { DataTable, type Column } from '../../ui/table';
import { Section } from '../../ui/Section';

type Span = NonNullable<MyData['spans']>[number];

/** As what the person was counted, and when; former times included. */
export function SpansSection(props: { data: MyData }) {
  const { spans = [], teams } = props.data;
  const { t, format } = useLanguage();

  const names = new Map(teams.map(({ id, name }) => [id, name]));
  if (spans.length === 0) {
    return null;
  }
  const columns: Array<Column<Span>> = [
    {
      id: 'what',
      label: t('myData.spans.what'),
      cell: ({ teamId }) =>
        teamId === null
          ? t('myData.spans.developer')
          : t('myData.spans.inTeam', { team: names.get(teamId) ?? teamId }),
    },
    {
      id: 'from',
      label: t('myData.spans.from'),
      sortBy: ({ from }) => from,
      cell: ({ from }) => format.date(from),
    },
    {
      id: 'to',
      label: t('myData.spans.to'),
      cell: ({ to }) =>
        to === null ? t('myData.spans.today') : format.date(addDays(to, -1)),
    },
  ];
  return (
    <Section title={t('myData.spans.title')}>
      <DataTable
        name={t('myData.spans.tableName')}
        columns={columns}
        rows={spans}
        rowKey={({ teamId, from }) => `${teamId} ${from}`}
      />
    </Section>
  );
}
