import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FixtureApi, nineMonthsIn } from '../../__fixtures__';
import { brokenRules, renderWithApi } from '../../__testUtils__/renderWithApi';
import { ExportSection } from './ExportSection';

describe('ExportSection', () => {
  let api: FixtureApi;
  let files: Array<{ name: string; content: Blob }>;

  beforeEach(() => {
    api = new FixtureApi(nineMonthsIn);
    files = [];
    let latest: Blob;
    URL.createObjectURL = blob => {
      latest = blob as Blob;
      return 'blob:file';
    };
    URL.revokeObjectURL = () => {};
    jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(function click(this: HTMLAnchorElement) {
        files.push({ name: this.download, content: latest });
      });
  });

  afterEach(() => jest.restoreAllMocks());

  it('offers each table as CSV and JSON, and names its route', async () => {
    const { container } = renderWithApi(<ExportSection />, api);
    const table = within(
      await screen.findByRole('table', { name: 'Tables to export' }),
    );
    const row = within(
      table.getByRole('row', { name: /^Active users: Teams \// }),
    );
    expect(row.getByText('/activity/teams')).toBeVisible();
    const csv = jest.spyOn(api, 'csv');

    await userEvent.click(
      row.getByRole('button', { name: 'CSV of Active users: Teams' }),
    );
    await userEvent.click(
      row.getByRole('button', { name: 'JSON of Active users: Teams' }),
    );

    await waitFor(() =>
      expect(files.map(({ name }) => name)).toEqual([
        'activity-teams.csv',
        'activity-teams.json',
      ]),
    );
    expect(csv.mock.calls[0][0]).toBe('GET /activity/teams');
    expect(files[1].content.type).toBe('application/json');
    expect(await brokenRules(container)).toEqual([]);
  });

  it('has the daily values of each metric', async () => {
    renderWithApi(<ExportSection />, api);
    await screen.findByRole('table', { name: 'Tables to export' });
    expect(
      screen
        .getAllByRole('rowheader')
        .slice(0, 4)
        .map(each => each.textContent),
    ).toEqual([
      'Active users: daily values',
      'Page load: daily values',
      'Uptime: daily values',
      'Stale entities: daily values',
    ]);
    const request = jest.spyOn(api, 'request');
    await userEvent.click(
      screen.getByRole('button', { name: 'JSON of Uptime: daily values' }),
    );
    expect(request).toHaveBeenCalledWith('GET /metrics/{id}/series', {
      params: { id: 'uptime' },
    });
  });
});
