import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  detailOf,
  FixtureApi,
  nineMonthsIn,
  nothingSeen,
} from '../../__fixtures__';
import { brokenRules, renderWithApi } from '../../__testUtils__/renderWithApi';
import { PageLoadSections } from './PageLoadSections';

const sections = (
  <PageLoadSections detail={detailOf(nineMonthsIn, 'page-load')} />
);

const table = async (name: string) =>
  within(await screen.findByRole('table', { name }));

const region = async (name: string) =>
  within(await screen.findByRole('region', { name }));

async function openDetails() {
  await userEvent.click(await screen.findByText('Details'));
}

async function asTable(name: string) {
  const section = await region(name);
  await userEvent.click(
    await section.findByRole('button', { name: 'Show as table' }),
  );
}

describe('PageLoadSections', () => {
  let api: FixtureApi;

  beforeEach(() => {
    api = new FixtureApi(nineMonthsIn);
  });

  it('shows pages with percentiles and the share within target', async () => {
    renderWithApi(sections, api);
    await openDetails();
    const pages = await table('Percentiles by page');
    expect(
      pages.getByRole('row', {
        name: 'page:catalog/entity 1,630 6.2 s 11.2 s 19 s 31 s 38.0%',
      }),
    ).toBeInTheDocument();
    expect(
      pages.getByRole('row', {
        name: /^other pages beyond .* target changed$/,
      }),
    ).toBeInTheDocument();

    await userEvent.click(pages.getByRole('button', { name: 'Within target' }));
    expect(pages.getAllByRole('rowheader')[0]).toHaveTextContent('page:search');
  });

  it('begins with the pages that have the most slow loads', async () => {
    renderWithApi(sections, api);
    const pages = await table('Load time by page');
    const [, first, second] = pages.getAllByRole('row');
    expect(first).toHaveAccessibleName(
      /^page:catalog\/entity 1,630 1,0\d\d 11.2 s 38.0%$/,
    );
    expect(second).toHaveAccessibleName(/^page:/);
  });

  it('is narrowed to a page, which the address keeps, until that is cleared', async () => {
    const getReport = jest.spyOn(api, 'request');
    renderWithApi(sections, api);
    const pages = await table('Load time by page');
    await userEvent.click(
      pages.getByRole('button', { name: 'page:catalog/entity' }),
    );
    const chip = await screen.findByRole('button', {
      name: 'Page: page:catalog/entity (clear the filter)',
    });
    expect(pages.getAllByRole('rowheader')).toHaveLength(1);
    expect(getReport).toHaveBeenCalledWith(
      'GET /page-load/hours',
      expect.objectContaining({
        query: { kind: 'initial', routeId: 'page:catalog/entity' },
      }),
    );
    await userEvent.click(chip);
    expect(pages.getAllByRole('rowheader').length).toBeGreaterThan(1);
  });

  it('is narrowed to a day by the address', async () => {
    const getReport = jest.spyOn(api, 'request');
    renderWithApi(sections, api, [], '?day=2026-11-19');
    expect(
      await screen.findByRole('button', { name: /^Day: Nov 19, 2026/ }),
    ).toBeVisible();
    expect(getReport).toHaveBeenCalledWith(
      'GET /page-load/routes',
      expect.objectContaining({
        query: expect.objectContaining({
          from: '2026-11-19',
          to: '2026-11-20',
        }),
      }),
    );
  });

  it.each([
    '?day=2026-02-30',
    '?day=2027-01-01',
    '?kind=slow&measure=p11&page=x',
  ])('ignores what makes no sense in the address: %s', async address => {
    renderWithApi(sections, api, [], address);
    await table('Load time by page');
    expect(screen.queryByRole('button', { name: /clear the/ })).toBeNull();
    expect(screen.getByRole('radio', { name: 'Initial load' })).toBeChecked();
  });

  it('shows kinds with the methods behind them', async () => {
    renderWithApi(sections, api);
    await openDetails();
    const kinds = await table('Load time by type and method');
    expect(
      kinds.getByRole('row', {
        name: 'In-app navigation 18,930 0.9 s 1.9 s 5.6 s 11.2 s 94.1%',
      }),
    ).toBeInTheDocument();
    expect(
      kinds.getByRole('row', { name: 'until the page was idle 6,926 2.4 s' }),
    ).toBeInTheDocument();
  });

  it('draws the distribution with the target, and has a table behind it', async () => {
    renderWithApi(sections, api);
    await openDetails();
    expect(
      await screen.findByRole('application', {
        name: 'Distribution of page load times',
      }),
    ).toBeInTheDocument();
    expect(screen.getAllByText('target under 5 s').length).toBeGreaterThan(0);

    await asTable('Distribution');
    const bins = await table('Distribution of page load times');
    expect(bins.getByRole('row', { name: /^4 to 5 s \d+ / })).toBeVisible();
    expect(bins.getByRole('row', { name: /^5 to 6 s \d+ / })).toBeVisible();
  });

  it('shows the last days by hour, and lists those with loads', async () => {
    renderWithApi(sections, api);
    await asTable('Hourly load time');
    const hours = await table('Load time by hour');
    expect(
      hours.getByRole('row', { name: /^Mon, Nov 23, 9:00 AM \d+ [\d.]+ s/ }),
    ).toBeInTheDocument();
    expect(
      hours.queryByRole('row', { name: / 1:00 AM/ }),
    ).not.toBeInTheDocument();
  });

  it('says how much was measured, and why the rest was not', async () => {
    renderWithApi(sections, api);
    await openDetails();
    const coverage = await region('Data coverage');
    expect(
      await coverage.findByText(/^23,142 of 24,782 navigations were measured/),
    ).toBeInTheDocument();
    expect(coverage.getByText('in a hidden tab: 388')).toBeInTheDocument();
    expect(
      coverage.getByRole('row', { name: 'Sign-in page 0 0 unknown' }),
    ).toBeInTheDocument();
    expect(
      coverage.getByText(/120 \(the browser's storage was full\)/),
    ).toBeInTheDocument();
  });

  it('does not take navigations that were not reported for none', async () => {
    const known = await api.request('GET /page-load/coverage');
    api.answers['GET /page-load/coverage'] = async () => ({
      ...known,
      kinds: known.kinds.map(kind => ({
        ...kind,
        navigations: 0,
        coverage: null,
      })),
    });
    renderWithApi(sections, api);
    await openDetails();
    const coverage = await region('Data coverage');
    expect(
      await coverage.findByRole('row', {
        name: /^Initial load unknown 4,212 unknown/,
      }),
    ).toBeInTheDocument();
  });

  it('asks everything of the kind that is chosen', async () => {
    const getReport = jest.spyOn(api, 'request');
    renderWithApi(sections, api);
    await openDetails();
    await table('Load time by page');
    await region('Distribution');
    getReport.mockClear();

    await userEvent.click(
      screen.getByRole('radio', { name: 'In-app navigation' }),
    );

    await waitFor(() =>
      expect(getReport.mock.calls.map(([name]) => name).sort()).toEqual([
        'GET /page-load/distribution',
        'GET /page-load/hours',
        'GET /page-load/routes',
        'GET /page-load/series',
      ]),
    );
    for (const [, parameters] of getReport.mock.calls) {
      expect(parameters).toMatchObject({ query: { kind: 'route' } });
    }
  });

  it('has a history of each percentile, and of the share and the loads', async () => {
    const getReport = jest.spyOn(api, 'request');
    renderWithApi(sections, api);
    const history = await region('History');
    expect(await history.findByText('target under 5 s')).toBeInTheDocument();

    await userEvent.click(history.getByRole('button', { name: /Metric/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Share within target' }),
    );

    expect(
      await screen.findByRole('application', {
        name: 'History: Initial load, Share within target',
      }),
    ).toBeInTheDocument();
    expect(getReport).toHaveBeenCalledWith(
      'GET /page-load/series',
      expect.objectContaining({
        query: {
          kind: 'initial',
          measure: 'share-within-target',
          from: '2026-08-25',
          granularity: 'day',
        },
      }),
    );
  });

  it('says of each section that there is nothing yet', async () => {
    renderWithApi(
      <PageLoadSections detail={detailOf(nothingSeen, 'page-load')} />,
      new FixtureApi(nothingSeen),
    );
    await openDetails();
    expect(
      await screen.findAllByText(/^No page loads of this type/),
    ).toHaveLength(3);
    expect(await screen.findByText(/^Too few page loads for/)).toBeVisible();
    expect(
      await screen.findByText('No page loads on these days yet.'),
    ).toBeVisible();
    expect(
      await screen.findByText(/^No navigations on these days/),
    ).toBeVisible();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it('breaks no accessibility rule', async () => {
    const { container } = renderWithApi(sections, api);
    await openDetails();
    await table('Load time by page');
    await table('Data coverage by type of page load');
    await screen.findByText(/value at the end of each period/);
    expect(await brokenRules(container)).toEqual([]);
  });
});
