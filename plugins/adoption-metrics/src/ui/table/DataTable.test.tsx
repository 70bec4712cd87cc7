import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
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
  },
  { id: 'first', label: 'Initial', cell: ({ name }) => name[0] },
];

const cities: City[] = [
  { name: 'Bern', people: 134 },
  { name: 'Aarau', people: null },
  { name: 'Chur', people: 38 },
];

function renderTable(rows: City[] = cities) {
  return render(
    <DataTable
      name="Cities"
      columns={columns}
      rows={rows}
      rowKey={({ name }) => name}
    />,
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

    const next = screen.getByRole('button', { name: 'Next table page' });
    await userEvent.click(next);
    await userEvent.click(next);
    expect(names()).toHaveLength(10);
    expect(next).toBeDisabled();

    await userEvent.click(screen.getByRole('button', { name: 'People' }));
    expect(names()[0]).toBe('City 59');
  });

  it('stays in view when fewer rows arrive than there were', async () => {
    const many = Array.from({ length: 30 }, (_, index) => ({
      name: `City ${index}`,
      people: index,
    }));
    const { rerender } = renderTable(many);
    await userEvent.click(
      screen.getByRole('button', { name: 'Next table page' }),
    );
    rerender(
      <DataTable
        name="Cities"
        columns={columns}
        rows={cities}
        rowKey={({ name }) => name}
      />,
    );
    expect(names()).toHaveLength(3);
  });
});
