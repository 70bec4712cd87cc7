import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  attributeUse,
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

async function openDetails() {
  await userEvent.click(await screen.findByText('Details'));
}

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
      teams.getByRole('row', {
        name: /^Others in Payments .*Includes Refunds 28 0 0%/,
      }),
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

  it('breaks down four weeks or a week, and names them', async () => {
    const getReport = jest.spyOn(api, 'request');
    renderWithApi(sections, api);
    await openDetails();
    await table('Active users by team');
    expect(
      screen.getByText(/^Four weeks to Nov \d+, 2026, compared/, {
        selector: '#teams *',
      }),
    ).toBeVisible();
    const [period] = screen.getAllByRole('radiogroup', {
      name: 'Breakdowns by',
    });
    await userEvent.click(within(period).getByRole('radio', { name: 'Week' }));
    for (const route of ['teams', 'plugins', 'team-plugins'] as const) {
      expect(getReport).toHaveBeenCalledWith(
        `GET /activity/${route}`,
        expect.objectContaining({ query: { granularity: 'week' } }),
      );
    }
  });

  it('shows which installed plugins are used, and which may go', async () => {
    renderWithApi(sections, api);
    const plugins = await table('Plugins by use');
    expect(
      screen.getByText(/^3 of 6 installed plugins were used in the four weeks/),
    ).toBeVisible();
    const rows = rowNames(plugins.getAllByRole('row').slice(1));
    expect(rows.map(text => text!.replace(/Nov.*/, ''))).toEqual([
      'kubernetesunused01.',
      'api-docsusedfewer than 52.',
      'badgesunknown: has only cards, and views of cards are not recordedunknown',
      'devtoolsunknown: installed too recentlyunknown',
      'scaffolderused9',
      'techdocsused7',
      'catalogused, part of every portal26',
      'searchused, part of every portal14',
    ]);
    expect(
      screen.getByText(/Backend plugins: api-docs, catalog, scaffolder/),
    ).toBeVisible();
  });

  it('says that nobody knows what is installed before a browser reports it', async () => {
    renderWithApi(sections, new FixtureApi(nothingSeen));
    expect(
      await screen.findByText(/no browser has reported which plugins/),
    ).toBeVisible();
  });

  it('shows what is counted by itself, and what was never reported', async () => {
    renderWithApi(sections, api);
    const actions = await table('Actions');
    expect(
      actions.getByRole('row', { name: /^Templates run 31 \+7 9 −2 Feb 19/ }),
    ).toBeInTheDocument();
    expect(
      actions.getByRole('row', {
        name: 'Searches without a result unknown not known unknown not known never reported',
      }),
    ).toBeInTheDocument();
    expect(screen.getByText(/An action that was never reported/)).toBeVisible();
  });

  it('breaks people down by attributes, and says why not', async () => {
    renderWithApi(sections, api);
    const locations = await table('Active users by Location');
    expect(
      locations.getByRole('row', { name: /^London 96 3 3.1% −2.1 pp/ }),
    ).toBeInTheDocument();
    expect(
      locations.getByRole('row', {
        name: /^Others \(Includes Lisbon\) 24 0 0%/,
      }),
    ).toBeInTheDocument();
    expect(
      locations.getByRole('row', { name: /^Not set 40 2 5/ }),
    ).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: 'Role' })).toBeVisible();
    expect(screen.getByText(/^Not broken down in this period/)).toBeVisible();
  });

  it('has no section about attributes where none are configured', async () => {
    api.answers['GET /activity/attributes'] = async () => ({
      ...attributeUse,
      attributes: [],
    });
    renderWithApi(sections, api);
    await table('Actions');
    expect(screen.queryByText('Groups of people')).toBeNull();
  });

  it('crosses teams with plugins, and says what a dot is', async () => {
    renderWithApi(sections, api);
    await openDetails();
    const heat = await table('Users by team and plugin');
    expect(
      heat.getByRole('row', {
        name: 'Ledger 11 nobody nobody',
      }),
    ).toBeInTheDocument();
    expect(screen.getByText(/^A dot means no users\./)).toBeVisible();
  });

  it('draws how people come and go, by week or four weeks, with a table behind', async () => {
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

    await userEvent.click(section.getByRole('radio', { name: 'Four weeks' }));
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
      expect.objectContaining({
        query: { granularity: 'four-weeks', from: '2026-08-25' },
      }),
    );
  });

  it('follows those who joined in the same weeks, 30 days at a time', async () => {
    renderWithApi(sections, api);
    const cohorts = await table('Retention by time of joining');

    expect(
      cohorts.getByRole('columnheader', { name: 'Days 31–60' }),
    ).toBeInTheDocument();
    const rows = cohorts.getAllByRole('row');
    expect(rows).toHaveLength(5);
    expect(within(rows[1]).getAllByText(/^[\d.]+%$/)).toHaveLength(7);
    expect(rows[2]).toHaveTextContent(
      /^Mar 30 – Jun 28, 2026hidden: fewer than 5 people$/,
    );
    expect(rows[3]).toHaveTextContent(/^Jun 29 – Jul 5, 20261275%/);
    expect(rows[4]).toHaveTextContent(/66\.7%50%unknown$/);
  });

  it('shows how soon those who joined came to use the portal', async () => {
    renderWithApi(sections, api);
    const ranges = await table('Onboarding time by time of joining');
    expect(
      ranges.getByRole('row', {
        name: /^Jul 6\s–\sAug 2, 2026 6 3 \(50%\) 4 \(66.7%\) unknown 6.5$/,
      }),
    ).toBeInTheDocument();
    expect(
      ranges.getByRole('row', { name: /^Jun 29\s–\sJul 5, .* not reached$/ }),
    ).toBeInTheDocument();
    expect(
      ranges.getByRole('row', {
        name: /fewer than 5 people hidden hidden hidden hidden hidden$/,
      }),
    ).toBeInTheDocument();
  });

  it('leads to who counts, and to what is stored about the reader', async () => {
    renderWithApi(sections, api);
    await openDetails();
    expect(
      await screen.findByRole('link', { name: 'Who counts as a developer' }),
    ).toHaveAttribute('href', '/adoption/settings#included-users');
    expect(
      screen.getByRole('link', { name: 'What is stored about me' }),
    ).toHaveAttribute('href', '/adoption/me');
  });

  it('is narrowed to a team, which the address keeps, until that is cleared', async () => {
    const getReport = jest.spyOn(api, 'request');
    renderWithApi(sections, api);
    const teams = await table('Active users by team');
    await userEvent.click(teams.getByRole('button', { name: 'Payments' }));

    const chip = await screen.findByRole('button', {
      name: 'Team: Payments (clear the filter)',
    });
    expect(rowNames(teams.getAllByRole('rowheader'))[0]).toBe('Payments');
    expect(teams.queryByRole('row', { name: /^Mobile/ })).toBeNull();
    expect(getReport).toHaveBeenCalledWith(
      'GET /activity/series',
      expect.objectContaining({
        query: expect.objectContaining({ team: 'group:default/payments' }),
      }),
    );
    await userEvent.click(chip);
    expect(teams.getByRole('row', { name: /^Mobile/ })).toBeVisible();
  });

  it('is narrowed to a plugin by the address', async () => {
    renderWithApi(sections, api, [], '?plugin=search&period=week&range=1y');
    const plugins = await table('Users by plugin');
    expect(
      await screen.findByRole('button', { name: /^Plugin: search/ }),
    ).toBeVisible();
    expect(plugins.getAllByRole('rowheader')).toHaveLength(1);
    expect(screen.getByRole('radio', { name: '1 year' })).toBeChecked();
  });

  it('ignores what makes no sense in the address', async () => {
    renderWithApi(
      sections,
      api,
      [],
      '?team=group:default/nobody&plugin=x&period=day&range=7d&step=hour&measure=m',
    );
    await table('Active users by team');
    expect(
      await screen.findByRole('application', { name: 'History: Active users' }),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: /clear the/ })).toBeNull();
    expect(screen.getByRole('radio', { name: '90 days' })).toBeChecked();
  });

  describe('the history', () => {
    const offered: string[] = [];
    const inHistory = () =>
      within(screen.getByRole('region', { name: 'History' }));

    async function choose(label: RegExp, option: string) {
      await userEvent.click(inHistory().getByRole('button', { name: label }));
      const chosen = await screen.findByRole('option', { name: option });
      const options = screen.getAllByRole('option');
      offered.push(...options.map(({ textContent }) => textContent ?? ''));
      await userEvent.click(chosen);
    }

    it('is the metric with its target, until another measure is chosen', async () => {
      const getReport = jest.spyOn(api, 'request');
      renderWithApi(sections, api);
      const target = () => inHistory().queryByText('target at least 30%');
      await waitFor(() => expect(target()).toBeInTheDocument());

      await choose(/Metric/, 'Active in 7 days');

      expect(
        await screen.findByRole('application', {
          name: 'History: Active in 7 days',
        }),
      ).toBeInTheDocument();
      await waitFor(() => expect(target()).toBeNull());
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
    await openDetails();
    expect(await screen.findByText(/^No teams yet/)).toBeVisible();
    expect(
      await screen.findByText(/^No plugin use recorded yet/),
    ).toBeVisible();
    expect(
      await screen.findByText(/^No plugin use recorded in a closed/),
    ).toBeVisible();
    expect(await screen.findByText('No complete week yet.')).toBeVisible();
    expect(
      await screen.findAllByText(/^No group of new developers yet/),
    ).toHaveLength(2);
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
      ranges: hide(joined.ranges),
    });
    renderWithApi(sections, api);

    expect(
      await screen.findAllByText(/^No group of new developers has at least 5/),
    ).toHaveLength(2);
  });

  it('says of an organization that is too small what it takes', async () => {
    const status = 'organization-too-small' as const;
    const retention = await api.request('GET /activity/cohorts');
    api.answers['GET /activity/cohorts'] = async () => ({
      ...retention,
      status,
      cohorts: [],
    });
    renderWithApi(sections, api);

    expect(
      await screen.findByText(
        /too small for breakdowns, which need at least 10 dev/,
      ),
    ).toBeVisible();
  });

  it('keeps one failing section from the others', async () => {
    api.answers['GET /activity/cohorts'] = () =>
      Promise.reject(responseError(500, 'Broken'));
    renderWithApi(sections, api);

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Retention could not be loaded',
    );
    await table('Users by plugin');
    expect(screen.getAllByRole('alert')).toHaveLength(1);
  });

  it('breaks no accessibility rule', async () => {
    const { container } = renderWithApi(sections, api);
    await openDetails();
    await table('Onboarding time by time of joining');
    await table('Retention by time of joining');
    await screen.findByText(/value at the end of each period/);
    expect(await brokenRules(container)).toEqual([]);
  });
});
