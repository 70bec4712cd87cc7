import { screen, within } from '@testing-library/react';
import type { DeadlineReport } from 'backstage-plugin-adoption-metrics-common';
import {
  allMet,
  deadlineAtRisk,
  deadlineMissed,
  firstDays,
  FixtureApi,
  nineMonthsIn,
  nothingSeen,
  stuckWithoutDeadline,
  withSampleHistory,
} from '../../__fixtures__';
import { digestFor } from '../../__fixtures__/digests';
import {
  brokenRules,
  renderWithApi,
  responseError,
} from '../../__testUtils__/renderWithApi';
import { OverviewPage } from './OverviewPage';

function withDeadline(report: DeadlineReport, scorecard = nineMonthsIn) {
  const api = new FixtureApi(scorecard);
  api.answers['GET /deadline'] = async () => report;
  return api;
}

const verdict = async (said: string | RegExp) =>
  screen.findByRole('heading', { name: said });

const region = async (name: string) =>
  within(await screen.findByRole('region', { name }));

describe('OverviewPage', () => {
  it('gives the verdict in one sentence', async () => {
    renderWithApi(<OverviewPage />, withDeadline(deadlineAtRisk));
    expect(
      await verdict(
        '1 of 4 targets is met, and the 30% goal for Jan 27, 2027 is at risk.',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/^Data through Sun, Nov 22, 2026 · Updated at /),
    ).toBeInTheDocument();
  });

  it.each([
    ['on-track', / is met, and the 30% goal is on track for Jan 27, 2027\.$/],
    ['watch', /and the 30% goal for Jan 27, 2027 is uncertain\.$/],
    ['insufficient-data', /\. There is no forecast for the 30% goal yet\.$/],
    ['achieved', /and the 30% goal is achieved\.$/],
    ['missed', /and the 30% goal was missed on Jan 27, 2027\.$/],
  ] as const)('says of a deadline that is %s', async (state, said) => {
    const report = { ...deadlineAtRisk, state };
    renderWithApi(<OverviewPage />, withDeadline(report));
    expect(await verdict(said)).toBeInTheDocument();
  });

  it.each([
    ['all is met', allMet, 'All 4 targets are met.'],
    ['there is nothing yet', nothingSeen, 'There is no data yet.'],
    [
      'nothing is met',
      { ...nineMonthsIn, met: 0 },
      'None of the 4 targets is met.',
    ],
    [
      'a metric is unknown',
      firstDays,
      /targets (is|are) met, with not enough data for \d\.$/,
    ],
  ])('says so where %s', async (_case, scorecard, said) => {
    const report = { ...stuckWithoutDeadline, stuck: null };
    renderWithApi(<OverviewPage />, withDeadline(report, scorecard));
    expect(await verdict(said)).toBeInTheDocument();
  });

  it('shows how likely the goal is, how long there is, and the chart', async () => {
    renderWithApi(<OverviewPage />, withDeadline(deadlineAtRisk));
    const deadline = await region('Deadline');
    expect(deadline.getByText('at risk')).toBeInTheDocument();
    expect(deadline.getByText('2%')).toBeInTheDocument();
    expect(deadline.getByText('65 days')).toBeInTheDocument();
    expect(deadline.getByText('9.3%')).toBeInTheDocument();
    expect(deadline.getByRole('img')).toHaveAccessibleName(/11\.3%/);
    expect(
      deadline.getByRole('link', { name: 'View forecast' }),
    ).toHaveAttribute('href', '/adoption/deadline');
  });

  it('leads to the decision once the goal is missed', async () => {
    renderWithApi(<OverviewPage />, withDeadline(deadlineMissed));
    const deadline = await region('Deadline');
    expect(deadline.getByText('3 days ago')).toBeInTheDocument();
    expect(deadline.queryByText('2%')).toBeNull();
    expect(
      deadline.getByRole('link', { name: 'Make a decision' }),
    ).toHaveAttribute('href', '/adoption/decision');
  });

  it('says what can be set and by whom without a deadline', async () => {
    renderWithApi(<OverviewPage />, withDeadline(stuckWithoutDeadline));
    const deadline = await region('Deadline');
    expect(
      deadline.getByText('Active users below 15% for 6 weeks'),
    ).toBeInTheDocument();
    expect(
      deadline.getByText('adoption-metrics.deadline.manage'),
    ).toBeInTheDocument();
    expect(
      deadline.getByRole('link', { name: 'Set a deadline' }),
    ).toHaveAttribute('href', '/adoption/settings#deadline-settings');
  });

  it('has a tile for each metric that is a link with one name', async () => {
    renderWithApi(<OverviewPage />, new FixtureApi(nineMonthsIn));
    const tile = await screen.findByRole('link', {
      name: 'Active users: 9.3%, target at least 30%, below target',
    });
    expect(tile).toHaveAttribute('href', '/adoption/active-users');
    // Its name says it once; what is seen is not read out as well.
    expect(
      screen.getByText('62 more users needed').closest('[aria-hidden]'),
    ).not.toBeNull();
    const links = screen.getAllByRole('link', { name: /, target / });
    expect(links.map(link => link.getAttribute('href'))).toEqual([
      '/adoption/active-users',
      '/adoption/page-load',
      '/adoption/uptime',
      '/adoption/catalog',
    ]);
  });

  it('shows an unknown metric as unknown', async () => {
    renderWithApi(<OverviewPage />, new FixtureApi(nothingSeen));
    expect(
      await screen.findByRole('link', {
        name: 'Uptime: Unknown, target at least 99.9%, not enough data',
      }),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/^First metrics on Tue, Nov 24, 2026, after midnight/),
    ).toBeInTheDocument();
  });

  it('recommends actions, each with where to do it', async () => {
    renderWithApi(<OverviewPage />, new FixtureApi(nineMonthsIn));
    const actions = await region('Recommended actions');
    const link = await actions.findByRole('link', {
      name: 'Increase adoption in Payments',
    });
    expect(link).toHaveAttribute('href', '/adoption/active-users');
    expect(actions.getAllByRole('listitem')[0]).toHaveTextContent(
      /14 more would meet the target/,
    );
  });

  it.each([
    ['met', 'Every metric is on target.'],
    ['missed', 'No recommendations from the data so far.'],
  ] as const)('recommends nothing where all is %s', async (status, said) => {
    const api = new FixtureApi(nineMonthsIn);
    const metric = {
      id: 'uptime' as const,
      name: 'Uptime' as const,
      unit: 'share' as const,
      status,
      statement: 'Uptime: 99%',
      value: 0.99,
      numerator: null,
      denominator: null,
      change: null,
    };
    api.answers['GET /digest'] = async () => ({
      ...digestFor({}),
      actions: [],
      metrics: [metric],
    });
    renderWithApi(<OverviewPage />, api);
    const actions = await region('Recommended actions');
    expect(await actions.findByText(said)).toBeInTheDocument();
  });

  it('labels an invented history, and breaks no accessibility rule', async () => {
    const { container } = renderWithApi(
      <OverviewPage />,
      new FixtureApi(withSampleHistory),
    );
    expect(await screen.findByText('Demo data')).toBeInTheDocument();
    await screen.findByText('Increase adoption in Payments');
    expect(await brokenRules(container)).toEqual([]);
  });

  it('says whom to ask where the permission is missing', async () => {
    const api = new FixtureApi(nineMonthsIn);
    api.answers['GET /overview'] = () =>
      Promise.reject(responseError(403, 'Unauthorized'));
    renderWithApi(<OverviewPage />, api);
    expect(
      await screen.findByText(/Ask your portal administrators/),
    ).toBeInTheDocument();
  });
});
