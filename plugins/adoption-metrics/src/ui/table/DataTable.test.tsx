import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { renderInEnglish } from '../../__testUtils__/english';
import { brokenRules } from '../../__testUtils__/renderWithApi';
import { DataTable, type Column } from '.';

interface City {
  name: string;
  people: number | null;
}

const columns: Array<Column<City>> = [
  {
    id: 'name',
    label: 'City',
    sortBy: ({ name }) => name,
    cell: ({ name }, sorted) => (sorted ? `${name} (sorted)` : name),
  },
  {
    id: 'people',
    label: 'People',
    numeric: true,
    sortBy: ({ people }) => people,
    cell: ({ people }) => people ?? 'unknown',
    shade: ({ people }) => people && people / 200,
    isEmpty: ({ people }) => people === null,
  },
  { id: 'first', label: 'Initial', cell: ({ name }) => name[0] },
];

const cities: City[] = [
  { name: 'Bern', people: 134 },
  { name: 'Aarau', people: null },
  { name: 'Chur', people: 38 },
];

function renderTable(rows: City[] = cities) {
  return renderInEnglish(
    <DataTable
      name="Cities"
      columns={columns}
      rows={rows}
      rowKey={({ name }) => name}
    />,
  );
}

function Shrinking(props: { from: City[]; to: City[] }) {
  const [rows, setRows] = useState(props.from);
  return (
    <>
      <button onClick={() => setRows(props.to)}>Fewer</button>
      <DataTable
        name="Cities"
        columns={columns}
        rows={rows}
        rowKey={({ name }) => name}
      />
    </>
  );
}

function names() {
  return within(screen.getByRole('table', { name: 'Cities' }))
    .getAllByRole('rowheader')
    .map(({ textContent }) => textContent?.replace(' (sorted)', ''));
}

const header = (name: string) => screen.getByRole('columnheader', { name });

describe('DataTable', () => {
  it('shows the rows as given, and is accessible', async () => {
    const { container } = renderTable();
    expect(names()).toEqual(['Bern', 'Aarau', 'Chur']);
    expect(
      screen.getByRole('row', { name: 'Aarau unknown A' }),
    ).toBeInTheDocument();
    expect(await brokenRules(container)).toEqual([]);
  });

  it('has the name of its column in each cell, for screens without columns', () => {
    renderTable();
    const row = screen.getByRole('row', { name: 'Bern 134 B' });
    const labels = within(row)
      .getAllByRole('cell')
      .map(cell => cell.getAttribute('data-label'));
    expect(labels).toEqual(['People', 'Initial']);
    expect(header('People').parentElement).toHaveAttribute(
      'data-sort-by',
      'Sort by',
    );
  });

  it('marks what says nothing beyond its place, and shades the rest', () => {
    renderTable();
    const [known, unknown] = ['134', 'unknown'].map(name =>
      screen.getByRole('cell', { name }),
    );
    expect(known).not.toHaveAttribute('data-empty');
    expect(known.style.getPropertyValue('--depth')).toBe('0.67');
    expect(unknown).toHaveAttribute('data-empty');
    expect(unknown.style.getPropertyValue('--depth')).toBe('');
  });

  it('shows all rows where they have a box of their own', () => {
    const many = Array.from({ length: 60 }, (_, index) => ({
      name: `City ${index}`,
      people: index,
    }));
    renderInEnglish(
      <DataTable
        name="Cities"
        columns={columns}
        rows={many}
        rowKey={({ name }) => name}
        endless
      />,
    );
    expect(names()).toHaveLength(60);
    expect(screen.queryByRole('button', { name: 'Next page' })).toBeNull();
  });

  it('sorts by keyboard: numbers from the largest, then back to the given order', async () => {
    renderTable();
    await userEvent.tab();
    await userEvent.tab();
    await userEvent.tab();
    expect(screen.getByRole('button', { name: 'People' })).toHaveFocus();

    await userEvent.keyboard('{Enter}');
    expect(names()).toEqual(['Bern', 'Chur', 'Aarau']);
    expect(header('People')).toHaveAttribute('aria-sort', 'descending');
    expect(header('City')).toHaveAttribute('aria-sort', 'none');
    expect(screen.getByText('Bern (sorted)')).toBeInTheDocument();

    await userEvent.keyboard('{Enter}');
    expect(names()).toEqual(['Chur', 'Bern', 'Aarau']);
    expect(header('People')).toHaveAttribute('aria-sort', 'ascending');

    await userEvent.keyboard('{Enter}');
    expect(names()).toEqual(['Bern', 'Aarau', 'Chur']);
    expect(header('People')).toHaveAttribute('aria-sort', 'none');
    expect(screen.queryByText('Bern (sorted)')).not.toBeInTheDocument();
  });

  it('sorts words from the first', async () => {
    renderTable();
    await userEvent.click(screen.getByRole('button', { name: 'City' }));
    expect(names()).toEqual(['Aarau', 'Bern', 'Chur']);
    expect(
      screen.queryByRole('button', { name: 'Initial' }),
    ).not.toBeInTheDocument();
  });

  it('shows many rows in pages, and sorts all of them', async () => {
    const many = Array.from({ length: 60 }, (_, index) => ({
      name: `City ${String(index).padStart(2, '0')}`,
      people: index,
    }));
    renderTable(many);
    expect(names()).toHaveLength(25);

    expect(screen.getByRole('status')).toHaveTextContent('1–25 of 60');
    expect(
      screen.getByRole('button', { name: 'Previous page' }),
    ).toBeDisabled();

    const next = screen.getByRole('button', { name: 'Next page' });
    await userEvent.click(next);
    await userEvent.click(next);
    expect(names()).toHaveLength(10);
    expect(next).toBeDisabled();
    expect(screen.getByRole('status')).toHaveTextContent('51–60 of 60');

    await userEvent.click(screen.getByRole('button', { name: 'People' }));
    expect(names()[0]).toBe('City 59');
  });

  it('stays in view when fewer rows arrive than there were', async () => {
    const many = Array.from({ length: 30 }, (_, index) => ({
      name: `City ${index}`,
      people: index,
    }));
    renderInEnglish(<Shrinking from={many} to={cities} />);
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    await userEvent.click(screen.getByRole('button', { name: 'Fewer' }));
    expect(names()).toHaveLength(3);
  });
});
