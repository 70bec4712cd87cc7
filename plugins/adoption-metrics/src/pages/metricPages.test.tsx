import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  firstDays,
  FixtureApi,
  nineMonthsIn,
  nothingSeen,
} from '../__fixtures__';
import {
  brokenRules,
  renderWithApi,
  responseError,
} from '../__testUtils__/renderWithApi';
import { ActiveUsersPage } from './active-users/ActiveUsersPage';
import { CatalogPage } from './catalog/CatalogPage';
import { PageLoadPage } from './page-load/PageLoadPage';
import { UptimePage } from './uptime/UptimePage';

const usersPage = <ActiveUsersPage />;

describe('the page of a metric', () => {
  it('shows value, target, verdict and meaning', async () => {
    renderWithApi(usersPage, new FixtureApi(nineMonthsIn));

    expect(await screen.findByText('9.3%')).toBeInTheDocument();
    expect(screen.getByText('below target')).toBeInTheDocument();
    expect(
      screen.getByText(/of developers active, \d+ more users needed$/),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/as of Nov 23, 2026, 12:00\sAM · 28-day window/),
    ).toBeInTheDocument();
    const definition = screen.getByText(/who used the portal \(viewed a page/);
    expect(definition.closest('details')).not.toHaveAttribute('open');
    await userEvent.click(screen.getByText('How it is measured'));
    expect(definition.closest('details')).toHaveAttribute('open');
    expect(screen.getByText('Definition, version 1')).toBeInTheDocument();
  });

  it('recommends what concerns the metric', async () => {
    renderWithApi(usersPage, new FixtureApi(nineMonthsIn));
    const actions = within(
      await screen.findByRole('region', { name: 'Recommended actions' }),
    );
    expect(await actions.findAllByRole('listitem')).toHaveLength(2);
  });

  it('has something to do wherever a target is missed', async () => {
    renderWithApi(<CatalogPage />, new FixtureApi(nineMonthsIn));
    expect(
      await screen.findByText(/^Fix the entities that have been stale/),
    ).toBeInTheDocument();
  });

  it('says so where nothing is recommended', async () => {
    renderWithApi(<UptimePage />, new FixtureApi(nineMonthsIn));
    expect(
      await screen.findByText(/^No action recommended for this metric/),
    ).toBeInTheDocument();
  });

  it('shows the supporting numbers and its own sections', async () => {
    renderWithApi(<PageLoadPage />, new FixtureApi(nineMonthsIn));
    await userEvent.click(await screen.findByText('Details'));

    const facts = within(
      await screen.findByRole('region', { name: 'Supporting numbers' }),
    );
    expect(facts.getByText('95th percentile')).toBeInTheDocument();
    expect(facts.getByText('14.8 s')).toBeInTheDocument();
    const pages = await screen.findByRole('table', {
      name: 'Load time by page',
    });
    expect(
      within(pages).getByRole('row', { name: /^page:catalog\/entity 1,630/ }),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('region', { name: 'By page, 75th percentile' }),
    ).not.toBeInTheDocument();
  });

  it('reports the incidents of uptime in words, not as a breakdown', async () => {
    renderWithApi(<UptimePage />, new FixtureApi(nineMonthsIn));
    const incidents = await screen.findByRole('table', {
      name: 'Incidents, newest first',
    });
    expect(
      within(incidents).getByRole('row', {
        name: /^Nov 18, 2026, 2:17 PM 19 min/,
      }),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('region', { name: 'The last 30 days by state' }),
    ).not.toBeInTheDocument();
  });

  it('reports stale entities one by one, and by reason', async () => {
    renderWithApi(<CatalogPage />, new FixtureApi(nineMonthsIn));
    const reasons = await screen.findByRole('table', {
      name: 'Stale entities by reason',
    });
    expect(
      within(reasons).getByRole('row', { name: /^Source error .*1$/ }),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('table', {
        name: 'Entities to fix, longest stale first',
      }),
    ).toBeInTheDocument();
  });

  it('gives no verdict in the first days', async () => {
    renderWithApi(usersPage, new FixtureApi(firstDays));
    expect(await screen.findByText('not enough data')).toBeInTheDocument();
    expect(
      screen.getByText('Not enough data yet: day 5 of 28'),
    ).toBeInTheDocument();
  });

  it('shows an unknown metric as unknown', async () => {
    renderWithApi(usersPage, new FixtureApi(nothingSeen));
    expect(await screen.findByText('Unknown')).toBeInTheDocument();
    expect(screen.getByText('No data yet')).toBeInTheDocument();
  });

  it('shows what failed', async () => {
    const api = new FixtureApi(nineMonthsIn);
    api.answers['GET /metrics/{id}'] = () =>
      Promise.reject(responseError(500, 'Broken'));
    renderWithApi(usersPage, api);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The metric could not be loaded',
    );
  });

  it('breaks no accessibility rule', async () => {
    const { container } = renderWithApi(
      usersPage,
      new FixtureApi(nineMonthsIn),
    );
    await screen.findByText(/value at the end of each period/);
    expect(await brokenRules(container)).toEqual([]);
  });
});
