import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  detailOf,
  FixtureApi,
  nineMonthsIn,
  nothingSeen,
} from '../../__fixtures__';
import {
  brokenRules,
  renderWithApi,
  responseError,
} from '../../__testUtils__/renderWithApi';
import { ActiveUsersSections } from './ActiveUsersSections';

const sections = (
  <ActiveUsersSections detail={detailOf(nineMonthsIn, 'active-users')} />
);

const table = async (name: string) =>
  within(await screen.findByRole('table', { name }));

const rowNames = (rows: HTMLElement[]) =>
  rows.map(({ textContent }) => textContent);

describe('ActiveUsersSections', () => {
  let api: FixtureApi;

  beforeEach(() => {
    api = new FixtureApi(nineMonthsIn);
  });

  it('shows teams in their hierarchy with share and change', async () => {
    renderWithApi(sections, api);
    const teams = await table('Active users by team');

    expect(rowNames(teams.getAllByRole('rowheader')).slice(1, 4)).toEqual([
      'Engineering',
      'Mobile in Engineering',
      'Payments in Engineering',
    ]);
    expect(
      teams.getByRole('row', {
        name: 'Platform in Engineering 22 15 68.2% +11.0 pp',
      }),
    ).toBeInTheDocument();
    expect(
      teams.getByRole('row', {
        name: 'Mobile in Engineering 41 3 7.3% not known',
      }),
    ).toBeInTheDocument();
  });

  it('shows small teams together, and those in no team of their own', async () => {
    renderWithApi(sections, api);
    const teams = await table('Active users by team');

    expect(
      teams.getByRole('row', { name: /^Cards and Fraud .* 9 2 22.2%/ }),
    ).toBeInTheDocument();
    expect(
      teams.getByRole('row', { name: /^Others in Payments .* 28 0 0%/ }),
    ).toBeInTheDocument();
  });

  it('names the teams above where sorting leaves the hierarchy', async () => {
    renderWithApi(sections, api);
    const teams = await table('Active users by team');
    await userEvent.click(teams.getByRole('button', { name: 'Share' }));

    const names = rowNames(teams.getAllByRole('rowheader'));
    expect(names.slice(0, 2)).toEqual([
      'Platformin Engineering',
      'Cards and Fraudin Engineering / Payments',
    ]);
  });

  it('shows plugins with people, change and actions', async () => {
    renderWithApi(sections, api);
    const plugins = await table('Users by plugin');
    expect(
      plugins.getByRole('row', { name: 'scaffolder 9 −2 63' }),
    ).toBeInTheDocument();
    expect(
      plugins.getByRole('row', { name: 'search 14 no change 402' }),
    ).toBeInTheDocument();
    expect(
      plugins.getByRole('row', { name: 'api-docs 1 +1 3' }),
    ).toBeInTheDocument();
  });

  it('crosses teams with plugins, and says what a dot is', async () => {
    renderWithApi(sections, api);
    const heat = await table('Users by team and plugin');
    expect(
      heat.getByRole('row', {
        name: 'Ledger 11 nobody nobody',
      }),
    ).toBeInTheDocument();
    expect(screen.getByText('A dot stands for nobody.')).toBeVisible();
  });

  it('draws how people come and go, by week or month, with a table behind', async () => {
    const getReport = jest.spyOn(api, 'request');
    renderWithApi(sections, api);
    const section = within(
      await screen.findByRole('region', {
        name: 'New, returning, and lapsed users',
      }),
    );
    expect(
      await section.findByRole('application', {
        name: 'New, returning, and lapsed users',
      }),
    ).toBeInTheDocument();

    await userEvent.click(section.getByRole('radio', { name: 'Months' }));
    await userEvent.click(
      section.getByRole('button', { name: 'Show as table' }),
    );

    const rows = within(
      section.getByRole('table', { name: 'Users by period' }),
    ).getAllByRole('row');
    expect(rows).toHaveLength(14);
    expect(
      section.getByRole('row', { name: /( unknown){7}$/ }),
    ).toBeInTheDocument();
    expect(getReport).toHaveBeenCalledWith(
      'GET /activity/lifecycle',
      expect.objectContaining({ query: { granularity: 'month' } }),
    );
  });

  it('follows those who came in a week through the weeks after', async () => {
    renderWithApi(sections, api);
    const cohorts = await table('Weekly retention');

    expect(
      cohorts.getByRole('columnheader', { name: /^After week\s+1$/ }),
    ).toBeInTheDocument();
    const rows = cohorts.getAllByRole('row');
    expect(rows).toHaveLength(11);
    expect(within(rows[1]).getAllByText(/^[\d.]+%$/)).toHaveLength(9);
    expect(within(rows[10]).queryByText(/%$/)).not.toBeInTheDocument();
    expect(rows[7]).toHaveTextContent(
      'Oct 26, 2026hidden: fewer than 5 people',
    );
  });

  it('shows how soon those who joined came to use the portal', async () => {
    renderWithApi(sections, api);
    const months = await table('Onboarding time by month');
    expect(
      months.getByRole('row', {
        name: 'Aug 2026 7 5 (71.4%) 3 (42.9%) 5 (71.4%) 6.5',
      }),
    ).toBeInTheDocument();
    expect(
      months.getByRole('row', { name: /^Oct 2026 .* not reached$/ }),
    ).toBeInTheDocument();
    expect(
      months.getByRole('row', { name: /^Sep 2026 .*fewer than 5 people 3 / }),
    ).toBeInTheDocument();
  });

  it('leads to who counts, and to what is stored about the reader', async () => {
    renderWithApi(sections, api);
    expect(
      await screen.findByRole('link', { name: 'Who counts as a developer' }),
    ).toHaveAttribute('href', '/adoption/developers');
    expect(
      screen.getByRole('link', { name: 'What is stored about me' }),
    ).toHaveAttribute('href', '/adoption/me');
  });

  describe('the history', () => {
    const offered: string[] = [];

    async function choose(label: RegExp, option: string) {
      const history = screen.getByRole('region', { name: 'History' });
      await userEvent.click(
        within(history).getByRole('button', { name: label }),
      );
      const chosen = await screen.findByRole('option', { name: option });
      const options = screen.getAllByRole('option');
      offered.push(...options.map(({ textContent }) => textContent ?? ''));
      await userEvent.click(chosen);
    }

    it('is the metric with its target, until another measure is chosen', async () => {
      const getReport = jest.spyOn(api, 'request');
      renderWithApi(sections, api);
      expect(
        await screen.findByText('target at least 30%'),
      ).toBeInTheDocument();

      await choose(/Metric/, 'Active in 7 days');

      expect(
        await screen.findByRole('application', {
          name: 'History: Active in 7 days',
        }),
      ).toBeInTheDocument();
      await waitFor(() =>
        expect(screen.queryByText('target at least 30%')).toBeNull(),
      );
      expect(getReport).toHaveBeenCalledWith(
        'GET /activity/series',
        expect.objectContaining({
          query: {
            measure: 'weekly',
            from: '2026-08-25',
            granularity: 'day',
          },
        }),
      );
    });

    it('is broken down by team or by plugin, in closed periods', async () => {
      const getReport = jest.spyOn(api, 'request');
      renderWithApi(sections, api);
      await table('Active users by team');
      await table('Users by plugin');

      await choose(/Team/, 'Platform');
      await choose(/Plugin/, 'search');

      await waitFor(() =>
        expect(getReport).toHaveBeenLastCalledWith(
          'GET /activity/series',
          expect.objectContaining({
            query: {
              team: undefined,
              plugin: 'search',
              from: '2026-08-25',
              granularity: 'week',
            },
          }),
        ),
      );
      expect(getReport).toHaveBeenCalledWith(
        'GET /activity/series',
        expect.objectContaining({
          query: expect.objectContaining({ team: 'group:default/platform' }),
        }),
      );
      expect(offered).toContain('Ledger');
      expect(offered).not.toContain('Cards and Fraud');
    });
  });

  it('says of each section that there is nothing yet', async () => {
    renderWithApi(
      <ActiveUsersSections detail={detailOf(nothingSeen, 'active-users')} />,
      new FixtureApi(nothingSeen),
    );
    expect(await screen.findByText(/^No teams yet/)).toBeVisible();
    expect(
      await screen.findByText(/^No plugin use recorded yet/),
    ).toBeVisible();
    expect(
      await screen.findByText(/^No plugin use recorded in a closed/),
    ).toBeVisible();
    expect(await screen.findByText('No complete week yet.')).toBeVisible();
    expect(await screen.findByText(/^No complete week since/)).toBeVisible();
    expect(await screen.findByText(/^No one is known to have/)).toBeVisible();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it('says once what is hidden where everything would be', async () => {
    const suppressed = 'too-few-people' as const;
    const hide = <T extends object>(rows: T[]) =>
      rows.map(row => ({ ...row, suppressed }));
    const retention = await api.request('GET /activity/cohorts');
    api.answers['GET /activity/cohorts'] = async () => ({
      ...retention,
      cohorts: hide(retention.cohorts),
    });
    const joined = await api.request('GET /activity/onboarding');
    api.answers['GET /activity/onboarding'] = async () => ({
      ...joined,
      months: hide(joined.months),
    });
    renderWithApi(sections, api);

    expect(
      await screen.findByText(/In no week did at least 5 people start/),
    ).toBeVisible();
    expect(
      await screen.findByText(/In no month did at least 5 people join/),
    ).toBeVisible();
  });

  it('keeps one failing section from the others', async () => {
    api.answers['GET /activity/cohorts'] = () =>
      Promise.reject(responseError(500, 'Broken'));
    renderWithApi(sections, api);

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Retention by first week could not be loaded',
    );
    await table('Users by plugin');
    expect(screen.getAllByRole('alert')).toHaveLength(1);
  });

  it('breaks no accessibility rule', async () => {
    const { container } = renderWithApi(sections, api);
    await table('Onboarding time by month');
    await table('Weekly retention');
    await screen.findByText(/value at the end of each period/);
    expect(await brokenRules(container)).toEqual([]);
  });
});
