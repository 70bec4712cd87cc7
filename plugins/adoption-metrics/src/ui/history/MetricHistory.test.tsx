import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Series } from 'backstage-plugin-adoption-metrics-common';
import { activeUsers, FixtureApi, nineMonthsIn } from '../../__fixtures__';
import {
  renderWithApi,
  responseError,
} from '../../__testUtils__/renderWithApi';
import { PageControls } from '../address';
import { MetricHistory } from './MetricHistory';

const section = (
  <>
    <PageControls />
    <MetricHistory metric={activeUsers} today="2026-11-23" />
  </>
);

async function asTable() {
  await userEvent.click(
    await screen.findByRole('button', { name: 'Show as table' }),
  );
  return screen.findByRole('table', { name: 'History: Active users' });
}

describe('MetricHistory', () => {
  let api: FixtureApi;

  beforeEach(() => {
    api = new FixtureApi(nineMonthsIn);
  });

  it('asks for 90 days by day, and for what is chosen', async () => {
    const getSeries = jest.spyOn(api.answers, 'GET /metrics/{id}/series');
    renderWithApi(section, api);
    await screen.findByText(/value at the end of each period/);

    await userEvent.click(screen.getByRole('radio', { name: 'Weeks' }));
    await userEvent.click(screen.getByRole('radio', { name: '1 year' }));

    await waitFor(() => expect(getSeries).toHaveBeenCalledTimes(3));
    const requests = getSeries.mock.calls.map(([request]) => request);
    expect(requests).toMatchObject([
      {
        params: { id: 'active-users' },
        query: { from: '2026-08-25', granularity: 'day' },
      },
      {
        params: { id: 'active-users' },
        query: { from: '2026-08-24', granularity: 'week' },
      },
      {
        params: { id: 'active-users' },
        query: { from: '2025-11-17', granularity: 'week' },
      },
    ]);
    expect(screen.getByRole('radio', { name: 'Weeks' })).toBeChecked();
  });

  it('draws the history with the target', async () => {
    renderWithApi(section, api);
    expect(await screen.findByText('target at least 30%')).toBeInTheDocument();
    expect(
      screen.getByRole('application', { name: 'History: Active users' }),
    ).toBeInTheDocument();
  });

  it('shows what happened meanwhile', async () => {
    renderWithApi(section, api);
    const list = await screen.findByRole('list', { name: 'Annotations' });
    expect(
      within(list)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual([
      'Oct 7, 2026: Cut 12 plugins',
      'Nov 2, 2026: Steering committee (decided: Stay and extend the deadline)',
    ]);
  });

  it('has a table behind the chart, with gaps and provisional days named', async () => {
    renderWithApi(section, api);

    const rows = within(await asTable()).getAllByRole('row');

    expect(rows).toHaveLength(91);
    expect(rows[1]).toHaveAccessibleName(
      /^Sun, Nov 22, 2026 9% 27 of 300 100% provisional: late reports/,
    );
    expect(rows[10]).toHaveAccessibleName(/ final$/);
    expect(
      within(await screen.findByRole('table')).getAllByText('unknown'),
    ).toHaveLength(3);
  });

  it('says when nothing is known', async () => {
    const getSeries = api.answers['GET /metrics/{id}/series'];
    api.answers['GET /metrics/{id}/series'] = async request => {
      const series: Series = await getSeries(request);
      const points = series.points.map(point => ({ ...point, value: null }));
      return { ...series, points };
    };
    renderWithApi(section, api);
    expect(
      await screen.findByText('No data for these days yet.'),
    ).toBeInTheDocument();
  });

  it('says what failed, and tries again when asked', async () => {
    jest
      .spyOn(api.answers, 'GET /metrics/{id}/series')
      .mockRejectedValueOnce(responseError(500, 'Broken'));
    renderWithApi(section, api);

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The history could not be loaded',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await screen.findByText('target at least 30%')).toBeInTheDocument();
  });

  describe('the file', () => {
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click');

    beforeEach(() => {
      click.mockReset();
      URL.createObjectURL = jest.fn(() => 'blob:file');
      URL.revokeObjectURL = jest.fn();
    });

    it('holds what is chosen, and is saved under a meaningful name', async () => {
      const getSeriesCsv = jest.spyOn(api, 'csv');
      renderWithApi(section, api);
      await userEvent.click(
        await screen.findByRole('radio', { name: 'Months' }),
      );
      await userEvent.click(screen.getByRole('button', { name: 'CSV' }));

      await waitFor(() => expect(click).toHaveBeenCalledTimes(1));
      expect(getSeriesCsv).toHaveBeenCalledWith('GET /metrics/{id}/series', {
        params: { id: 'active-users' },
        query: { from: '2026-08-01', granularity: 'month' },
      });
      const link = click.mock.contexts[0] as HTMLAnchorElement;
      expect(link.download).toBe('active-users-month-2026-08-01.csv');
      expect(link.href).toBe('blob:file');
      expect(URL.revokeObjectURL).toHaveBeenCalledWith('blob:file');
    });

    it('says when it could not be downloaded', async () => {
      api.csv = () => Promise.reject(responseError(500, 'Broken'));
      renderWithApi(section, api);
      await userEvent.click(await screen.findByRole('button', { name: 'CSV' }));

      expect(await screen.findByRole('alert')).toHaveTextContent(
        'Could not download the file: Broken',
      );
      expect(click).not.toHaveBeenCalled();
    });
  });
});
