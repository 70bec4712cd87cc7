import type { MyData } from 'backstage-plugin-adoption-metrics-common';
import { addDays, formatDate } from '../../ui/format';
import { DataTable, type Column } from '../../ui/table';
import { Section } from '../../ui/Section';

type Span = NonNullable<MyData['spans']>[number];

/** As what the person was counted, and when; former times included. */
export function SpansSection(props: { data: MyData }) {
  const { spans = [], teams } = props.data;
  const names = new Map(teams.map(({ id, name }) => [id, name]));
  if (spans.length === 0) {
    return null;
  }
  const columns: Array<Column<Span>> = [
    {
      id: 'what',
      label: 'Counted as',
      cell: ({ teamId }) =>
        teamId === null ? 'Developer' : `In ${names.get(teamId) ?? teamId}`,
    },
    {
      id: 'from',
      label: 'From',
      sortBy: ({ from }) => from,
      cell: ({ from }) => formatDate(from),
    },
    {
      id: 'to',
      label: 'To',
      cell: ({ to }) => (to === null ? 'today' : formatDate(addDays(to, -1))),
    },
  ];
  return (
    <Section title="Your time as a developer and in teams">
      <DataTable
        name="As what you were counted, and when"
        columns={columns}
        rows={spans}
        rowKey={({ teamId, from }) => `${teamId} ${from}`}
      />
    </Section>
  );
}
