import { screen, within } from '@testing-library/react';
import type {
  DeadlineReport,
  DeadlineSummary,
} from 'backstage-plugin-adoption-metrics-common';
import {
  FixtureApi,
  nineMonthsIn,
  noDeadline,
  deadlineAtRisk,
  deadlineMissed,
  stuckWithoutDeadline,
  summaryOf,
} from '../__fixtures__';
import { brokenRules, renderWithApi } from '../__testUtils__/renderWithApi';
import { DeadlineFooter } from './DeadlineFooter';

function renderSummary(summary: DeadlineSummary) {
  return renderWithApi(
    <DeadlineFooter summary={summary} />,
    new FixtureApi(nineMonthsIn),
  );
}

const renderFooter = (report: DeadlineReport) =>
  renderSummary(summaryOf(report));

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
    expect(
      shown.getByText('Probability of meeting the 30% goal: 2%'),
    ).toBeInTheDocument();
    expect(
      shown.getByText('6.4 new active users per week needed'),
    ).toBeInTheDocument();
    expect(shown.getByText('Current pace: 0.6')).toBeInTheDocument();
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

  it.each([
    [{ probability: 0.004 }, /goal: under 1%$/],
    [{ probability: 0.9999 }, /goal: over 99%$/],
    [{ achievedPerWeek: -2 }, /^No net growth$/],
    [{ achievedPerWeek: 0.04 }, /^No net growth$/],
  ])('says %j', async (known, words) => {
    const latest = deadlineAtRisk.latest!;
    const forecast = { ...latest.forecast!, ...known };
    renderFooter({ ...deadlineAtRisk, latest: { ...latest, forecast } });
    expect((await footer()).getByText(words)).toBeInTheDocument();
  });

  it('asks for no growth where the goal is met already', async () => {
    const latest = deadlineAtRisk.latest!;
    const forecast = { ...latest.forecast!, requiredPerWeek: 0 };
    renderFooter({ ...deadlineAtRisk, latest: { ...latest, forecast } });
    expect((await footer()).queryByText(/needed$/)).toBeNull();
  });

  it.each([
    ['insufficient-data', 'Not enough data for a forecast'],
    ['achieved', '30% goal achieved'],
    ['missed', '30% goal not met'],
  ] as const)('says without a forecast: %s', async (state, words) => {
    renderFooter({ ...deadlineAtRisk, state, latest: null });
    expect((await footer()).getByText(words)).toBeInTheDocument();
  });

  it.each([
    ['no-recipients', 'no recipients'],
    ['unreachable', 'recipients unreachable'],
    ['switched-off', 'alert rule is off'],
    ['muted', 'alert rule is muted'],
  ] as const)('says that nobody is notified: %s', async (reason, because) => {
    const nobodyNotified = { reason, unreachable: [] };
    const { container } = renderFooter({ ...deadlineAtRisk, nobodyNotified });
    const shown = await footer();
    expect(
      shown.getByText(`No one is notified of changes: ${because}`),
    ).toBeInTheDocument();
    expect(await brokenRules(container)).toEqual([]);
  });

  it('says so only as long as that matters', async () => {
    const nobodyNotified = {
      reason: 'no-recipients' as const,
      unreachable: [],
    };
    renderFooter({ ...deadlineMissed, nobodyNotified });
    expect((await footer()).queryByText(/^No one is notified/)).toBeNull();
  });

  it('says what was decided to those who may see it', async () => {
    const decided = async (id: string, title: string) => {
      const decision = {
        day: '2027-01-28',
        text: 'The board',
        decision: { id, title },
      };
      const { unmount } = renderFooter({
        ...deadlineMissed,
        decision: decision as never,
      });
      const text = (await footer()).getByText(/^Decision: /).textContent;
      unmount();
      return text;
    };
    expect(await decided('quayside', 'Quayside')).toBe('Decision: Quayside');
    expect(await decided('stop', 'Anything')).toBe('Decision: Stop');
  });

  it('does not ask again for a decision that is recorded', async () => {
    const decision = {
      day: '2027-01-28',
      text: 'Stay',
      decision: { id: 'stay', title: 'Stay', option: null },
    };
    renderSummary({
      ...summaryOf({ ...deadlineMissed, decision: decision as never }),
      decision: null,
    });
    const shown = await footer();
    expect(shown.getByText('Decision recorded')).toBeInTheDocument();
    expect(shown.getByRole('link', { name: 'View history' })).toHaveAttribute(
      'href',
      '/adoption/deadline',
    );
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
    expect(
      shown.getByText('Active users below 15% for 6 weeks'),
    ).toBeInTheDocument();
    expect(shown.getByRole('link', { name: 'Set a deadline' })).toHaveAttribute(
      'href',
      '/adoption/settings#deadline-settings',
    );
  });

  it('is not there without a deadline', () => {
    renderFooter(noDeadline);
    expect(screen.queryByLabelText('Deadline')).not.toBeInTheDocument();
  });
});
