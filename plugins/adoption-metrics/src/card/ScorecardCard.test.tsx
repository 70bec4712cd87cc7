import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Scorecard } from 'backstage-plugin-adoption-metrics-common';
import {
  allMet,
  firstDays,
  FixtureApi,
  nineMonthsIn,
  nothingSeen,
  withSampleHistory,
} from '../__fixtures__';
import {
  brokenRules,
  renderWithApi,
  responseError,
} from '../__testUtils__/renderWithApi';
import { ScorecardCard } from './ScorecardCard';
import { ScorecardFrame } from './ScorecardFrame';

const card = <ScorecardFrame title="Scorecard" Content={ScorecardCard} />;

function renderCard(scorecard: Scorecard) {
  return renderWithApi(card, new FixtureApi(scorecard));
}

async function tile(name: string) {
  return within(await screen.findByRole('article', { name }));
}

describe('ScorecardCard', () => {
  it('says whose days, how many targets are met, and where to read on', async () => {
    renderCard(nineMonthsIn);

    expect(await screen.findByText('1 of 4 targets met')).toBeInTheDocument();
    expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent(
      'Scorecard',
    );
    expect(
      screen.getByText('Data through Nov 22, 2026 · Europe/Berlin'),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Details' })).toHaveAttribute(
      'href',
      '/adoption',
    );
    expect(
      screen.getByRole('link', { name: 'What is stored about me' }),
    ).toHaveAttribute('href', '/adoption/me');
    expect(screen.getByRole('link', { name: 'Definitions' })).toHaveAttribute(
      'href',
      '/adoption/settings#definitions',
    );
    expect(screen.queryByText('Demo data')).not.toBeInTheDocument();
  });

  it('shows a metric with value, basis, target, gap, change and verdict', async () => {
    renderCard(nineMonthsIn);

    const users = await tile('Active users');
    expect(users.getByText('9.3%')).toBeInTheDocument();
    expect(
      users.getByText('28 of 300 · at least 5 more today'),
    ).toBeInTheDocument();
    expect(users.getByText('below target')).toBeInTheDocument();
    expect(users.getByText('target at least 30%')).toBeInTheDocument();
    expect(users.getByText('62 more users needed')).toBeInTheDocument();
    expect(users.getByText('+0.7 pp since Oct 25')).toBeInTheDocument();
    expect(users.getByText('(better)')).toBeInTheDocument();
    expect(users.getByText('+3 active, +10 developers')).toBeInTheDocument();
    expect(users.getByRole('link')).toHaveAttribute(
      'href',
      '/adoption/active-users',
    );
  });

  it('names every verdict in words', async () => {
    renderCard(nineMonthsIn);

    const uptime = await tile('Uptime');
    expect(uptime.getByText('on target')).toBeInTheDocument();
    expect(
      uptime.getByText(
        'Based on heartbeats only: no external check has succeeded yet.',
      ),
    ).toBeInTheDocument();
    const stale = await tile('Stale entities');
    expect(stale.getByText('(worse)')).toBeInTheDocument();
  });

  it('labels an invented history', async () => {
    renderCard(withSampleHistory);

    const label = await screen.findByText('Demo data');
    expect(label.closest('[title]')).toHaveAttribute(
      'title',
      expect.stringMatching(
        /^an invented company of 300 developers · Feb 16\s\u2013\sNov 22, 2026$/,
      ),
    );
  });

  it('gives no verdict in the first days, and says how far it is', async () => {
    renderCard(firstDays);

    const users = await tile('Active users');
    expect(users.getByText('12')).toBeInTheDocument();
    expect(users.getByText('not enough data')).toBeInTheDocument();
    // In one place, so that no two of them can differ.
    expect(users.getAllByText(/day 5 of 28/)).toHaveLength(1);
    expect(
      users.getByText(/Not enough data yet: day 5 of 28/),
    ).toBeInTheDocument();
    expect(users.queryByText(/since/)).not.toBeInTheDocument();
    const stale = await tile('Stale entities');
    expect(stale.getByText('on target')).toBeInTheDocument();
  });

  it('never draws the unknown as zero', async () => {
    renderCard(nothingSeen);

    expect(await screen.findAllByText('Unknown')).toHaveLength(4);
    expect(
      screen.getByText(
        'First metrics on Nov 24, 2026, after midnight in Europe/Berlin',
      ),
    ).toBeInTheDocument();
    expect(screen.queryByText(/targets met/)).not.toBeInTheDocument();
    expect(screen.queryByText(/Nothing has been seen/)).not.toBeInTheDocument();
    expect(screen.queryByRole('meter')).not.toBeInTheDocument();
    for (const metric of screen.getAllByRole('article')) {
      expect(metric).not.toHaveTextContent(/(^|\D)0(\D|$)/);
    }
  });

  it('shows that it is loading', async () => {
    const api = new FixtureApi(allMet);
    api.answers['GET /scorecard'] = () => new Promise(() => {});
    renderWithApi(card, api);

    expect(
      await screen.findByRole('status', { name: 'Loading metrics' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('heading', { level: 2 })).toBeInTheDocument();
  });

  it('says what failed, and tries again when asked', async () => {
    const api = new FixtureApi(allMet);
    const getScorecard = jest
      .spyOn(api.answers, 'GET /scorecard')
      .mockRejectedValueOnce(responseError(503, 'The database is gone'));
    renderWithApi(card, api);

    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The scorecard is temporarily unavailable');
    expect(alert).toHaveTextContent('The database is gone');
    expect(alert).not.toHaveTextContent('503');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await screen.findByText('4 of 4 targets met')).toBeInTheDocument();
    expect(getScorecard).toHaveBeenCalledTimes(2);
  });

  it('says whom to ask where the permission is missing', async () => {
    const api = new FixtureApi(allMet);
    api.answers['GET /scorecard'] = () =>
      Promise.reject(responseError(403, 'Unauthorized'));
    renderWithApi(card, api);

    await screen.findByText("You don't have access to adoption metrics");
    const message = screen.getByRole('status');
    expect(message).toHaveTextContent('Ask your portal administrators');
    expect(message).toHaveTextContent('adoption-metrics.scorecard.read');
    expect(screen.queryByRole('article')).not.toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('asks the server once for the metrics and the deadline', async () => {
    const api = new FixtureApi(nineMonthsIn);
    const request = jest.spyOn(api, 'request');
    renderWithApi(card, api);

    await screen.findByText('65 days left');

    expect(request.mock.calls.map(([key]) => key)).toEqual(['GET /overview']);
  });

  it('can be walked through by keyboard', async () => {
    renderCard(nineMonthsIn);
    await screen.findByText('1 of 4 targets met');

    const reached: Array<string | null> = [];
    for (let step = 0; step < 7; step++) {
      await userEvent.tab();
      reached.push(document.activeElement?.textContent ?? null);
    }

    expect(reached.map(text => text?.trim())).toEqual([
      'What is stored about me',
      'Definitions',
      'Details',
      'Active users',
      'Page load',
      'Uptime',
      'Stale entities',
    ]);
  });

  it.each([
    ['nine months in', withSampleHistory],
    ['in the first days', firstDays],
    ['before anything was seen', nothingSeen],
  ])('breaks no accessibility rule %s', async (_state, scorecard) => {
    const { container } = renderCard(scorecard);
    await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(4));

    expect(await brokenRules(container)).toEqual([]);
  });
});
