import { screen, waitFor, within } from '@testing-library/react';
import type { DeadlineReport } from 'backstage-plugin-adoption-metrics-common';
import {
  FixtureApi,
  nineMonthsIn,
  noDeadline,
  deadlineAtRisk,
  deadlineMissed,
  stuckWithoutDeadline,
} from '../__fixtures__';
import {
  brokenRules,
  renderWithApi,
  responseError,
} from '../__testUtils__/renderWithApi';
import { DeadlineFooter } from './DeadlineFooter';

function renderFooter(report: DeadlineReport) {
  const api = new FixtureApi(nineMonthsIn);
  api.answers['GET /deadline'] = async () => report;
  return renderWithApi(<DeadlineFooter />, api);
}

async function footer() {
  return within(await screen.findByLabelText('Deadline'));
}

describe('DeadlineFooter', () => {
  it('says how long there is, how it stands, why, and where to read on', async () => {
    const { container } = renderFooter(deadlineAtRisk);
    const shown = await footer();
    expect(shown.getByText('Deadline Jan 27, 2027')).toBeInTheDocument();
    expect(shown.getByText('65 days left')).toBeInTheDocument();
    expect(shown.getByText('at risk')).toBeInTheDocument();
    expect(shown.getByText(/^Needs acceleration/)).toBeInTheDocument();
    expect(
      shown.getByRole('link', { name: 'View recovery plan' }),
    ).toHaveAttribute('href', '/adoption/deadline');
    expect(shown.getByRole('img')).toHaveAccessibleName(
      'Active users: 9.1% on Aug 2, 2026, 9.3% on Nov 22, 2026; forecast for Jan 27, 2027: 11.3%, 80% range 3.6% to 19%, goal 30%',
    );
    expect(await brokenRules(container)).toEqual([]);
  });

  it.each([
    ['on-track', 'on track'],
    ['watch', 'uncertain'],
    ['insufficient-data', 'no forecast yet'],
    ['achieved', 'achieved'],
    ['missed', 'missed'],
  ] as const)('has a word for %s', async (state, word) => {
    renderFooter({ ...deadlineAtRisk, state });
    expect((await footer()).getByText(word)).toBeInTheDocument();
  });

  it.each([
    [0, 'last day'],
    [1, '1 day left'],
    [-12, '12 days ago'],
  ])('counts %d days', async (daysLeft, words) => {
    renderFooter({ ...deadlineAtRisk, daysLeft });
    expect((await footer()).getByText(words)).toBeInTheDocument();
  });

  const empty = 'group:default/empty has no members in the catalog';
  const settings = '/adoption/settings#deadline-settings';

  it.each([
    ['no-recipients', 'there are no recipients.', settings],
    ['unreachable', `${empty}.`, settings],
    ['switched-off', 'the alert rule is off.', '/adoption/alerts#alerts'],
    ['muted', 'the alert rule is muted.', '/adoption/alerts#alerts'],
  ] as const)(
    'says that nobody is notified: %s',
    async (reason, because, target) => {
      const nobodyNotified = {
        reason,
        unreachable: reason === 'unreachable' ? [empty] : [],
      };
      const { container } = renderFooter({ ...deadlineAtRisk, nobodyNotified });
      const shown = await footer();
      expect(shown.getByText(/^No one is notified/)).toHaveTextContent(
        `No one is notified when this changes: ${because}`,
      );
      expect(
        shown.getByRole('link', { name: 'Set up notifications' }),
      ).toHaveAttribute('href', target);
      expect(await brokenRules(container)).toEqual([]);
    },
  );

  it('says so as long as that matters, and leads those on who may', async () => {
    const nobodyNotified = {
      reason: 'no-recipients' as const,
      unreachable: [],
    };
    const { unmount } = renderFooter({
      ...deadlineAtRisk,
      nobodyNotified,
      mayChange: false,
    });
    const shown = await footer();
    expect(shown.getByText(/^No one is notified/)).toBeInTheDocument();
    expect(shown.queryByRole('link', { name: /notifications/ })).toBeNull();
    unmount();
    renderFooter({ ...deadlineMissed, nobodyNotified });
    const over = await footer();
    expect(over.queryByText(/^No one is notified/)).toBeNull();
  });

  it.each([
    ['at-risk', 'View recovery plan', '/adoption/deadline'],
    ['missed', 'Make a decision', '/adoption/decision'],
    ['achieved', 'View history', '/adoption/deadline'],
  ] as const)('leads on from %s: %s', async (state, name, page) => {
    renderFooter({ ...deadlineAtRisk, state });
    expect((await footer()).getByRole('link', { name })).toHaveAttribute(
      'href',
      page,
    );
  });

  it('advises a deadline where a portal is stuck without one', async () => {
    renderFooter(stuckWithoutDeadline);
    const shown = await footer();
    expect(shown.getByText(/below 15% for 6 weeks/)).toBeInTheDocument();
    expect(shown.getByRole('link', { name: 'Set a deadline' })).toHaveAttribute(
      'href',
      settings,
    );
  });

  it.each([
    ['without a deadline', async () => noDeadline],
    ['where it cannot be read', () => Promise.reject(responseError(403, 'No'))],
  ])('is not there %s', async (_when, answer) => {
    const api = new FixtureApi(nineMonthsIn);
    const getDeadline = jest
      .spyOn(api.answers, 'GET /deadline')
      .mockImplementation(answer);
    renderWithApi(<DeadlineFooter />, api);
    await waitFor(() => expect(getDeadline).toHaveBeenCalledTimes(1));
    expect(screen.queryByLabelText('Deadline')).not.toBeInTheDocument();
  });
});
