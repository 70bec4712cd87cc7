import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  FixtureApi,
  nineMonthsIn,
  nothingSeen,
  deadlineAtRisk,
  plans,
} from '../../__fixtures__';
import {
  brokenRules,
  renderWithApi,
  responseError,
  section,
} from '../../__testUtils__/renderWithApi';
import { DeadlinePage } from './DeadlinePage';

describe('DeadlinePage', () => {
  let api: FixtureApi;

  beforeEach(() => {
    api = new FixtureApi(nineMonthsIn);
  });

  it('gives the verdict first, then one number and a sentence with the same', async () => {
    const { container } = renderWithApi(<DeadlinePage />, api);
    expect(
      await screen.findByRole('heading', {
        name: 'The 30% goal for Jan 27, 2027 is at risk.',
      }),
    ).toBeInTheDocument();
    const forecast = await section('Forecast');
    expect(forecast.getByText('at risk')).toBeInTheDocument();
    const [probability] = forecast.getAllByRole('definition');
    expect(probability).toHaveTextContent('2%');
    expect(
      forecast.getByText(
        'At this pace, 11.3% of developers will be active on Jan 27, 2027 (80% range 3.6% to 19%); the goal is 30%.',
      ),
    ).toBeInTheDocument();
    expect(forecast.getByRole('img')).toHaveAccessibleName(
      /Jan 27, 2027: 11\.3%, 80% range 3\.6% to 19%, goal 30%$/,
    );
    expect(forecast.getByText('62')).toBeInTheDocument();
    expect(forecast.getByText('6.4')).toBeInTheDocument();
    expect(forecast.getByText('not at this pace')).toBeInTheDocument();
    expect(await brokenRules(container)).toEqual([]);
  });

  it('folds what the forecast rests on', async () => {
    renderWithApi(<DeadlinePage />, api);
    const forecast = await section('Forecast');
    const reference = forecast.getByText(
      /9\.3% \(28 of 300\) on Nov 22, 2026: no higher than/,
    );
    expect(reference).not.toBeVisible();
    await userEvent.click(forecast.getByText('Details and method'));
    expect(reference).toBeVisible();
    const rows = within(
      forecast.getByRole('table', { name: 'Forecast week by week' }),
    ).getAllByRole('row');
    expect(rows).toHaveLength(11);
  });

  it('says what to do, and leads to where it is done', async () => {
    renderWithApi(<DeadlinePage />, api);
    const actions = await section('Recommended actions');
    expect(
      await actions.findByRole('link', {
        name: 'Increase adoption in Payments',
      }),
    ).toHaveAttribute('href', '/adoption/active-users');
    expect(actions.getByRole('link', { name: 'View options' })).toHaveAttribute(
      'href',
      '/adoption/decision',
    );
  });

  it('leads to the decision once the goal is missed', async () => {
    const state = 'missed' as const;
    api.answers['GET /deadline'] = async () => ({ ...deadlineAtRisk, state });
    renderWithApi(<DeadlinePage />, api);
    const decision = await section('Decision');
    expect(
      decision.getByRole('link', { name: 'Make a decision' }),
    ).toHaveAttribute('href', '/adoption/decision');
    expect(
      screen.queryByRole('region', { name: 'Recommended actions' }),
    ).toBeNull();
  });

  it('shows milestones, the history of the status, and the log', async () => {
    renderWithApi(<DeadlinePage />, api);
    const milestones = await section('Milestones');
    expect(
      milestones
        .getAllByRole('row')
        .slice(1)
        .map(({ textContent }) => textContent),
    ).toEqual([
      expect.stringMatching(/^StartJul 27, 2026.*unknown$/),
      expect.stringMatching(/^HalfwayOct 27, 2026.*%$/),
      expect.stringMatching(/^30 days leftDec 28, 2026.*% \(forecast\)$/),
      expect.stringMatching(/^7 days leftJan 20, 2027.*% \(forecast\)$/),
      expect.stringMatching(/^DeadlineJan 27, 202730%11\.3% \(forecast\)$/),
    ]);
    const status = await section('Status history');
    expect(
      status
        .getAllByRole('row')
        .slice(1)
        .map(({ textContent }) => textContent),
    ).toEqual([
      expect.stringMatching(
        /^at riskSep 28.+Nov 22, 2026 \(8 weeks\)18% → 2%$/,
      ),
      expect.stringMatching(
        /^uncertainJul 27.+Sep 27, 2026 \(9 weeks\)34% → 20%$/,
      ),
    ]);
    const log = await section('Log');
    expect(await log.findByText('priya.nair')).toBeInTheDocument();
    expect(
      log.getAllByRole('cell', { name: /; notified: / })[0],
    ).toHaveTextContent(/; notified: portal-team$/);
  });

  it('compares with a straight line to the goal', async () => {
    renderWithApi(<DeadlinePage />, api);
    const outlook = await section('Forecast');
    await userEvent.click(
      outlook.getByRole('radio', { name: 'Linear target' }),
    );
    expect(outlook.getByText(/^A straight line from/)).toHaveTextContent(
      'A straight line from 8% on Jul 26, 2026 to the goal would be at 22.2% now: adoption is 12.8 pp below the line. Adoption grows by 0.08 pp per week; 2.19 pp per week are needed, over 10 times as much.',
    );
  });

  it('compares with a published plan', async () => {
    renderWithApi(<DeadlinePage />, api);
    const outlook = await section('Forecast');
    const choose = (name: string) =>
      outlook
        .findByRole('radio', { name })
        .then(radio => userEvent.click(radio));
    await choose('Plan of 18 to 24 months');
    expect(outlook.getByText(/^Starting at the launch/)).toHaveTextContent(
      'Starting at the launch on Feb 23, 2026, this plan reaches 30% on Feb 23, 2028 and would be at 7% now: the portal is 3.0 months ahead.',
    );
    await choose('Plan of 12 to 18 months');
    expect(outlook.getByText(/^Starting at the launch/)).toHaveTextContent(
      'the portal is on plan',
    );
    await choose('No comparison');
    expect(outlook.queryByText(/^Starting at/)).toBeNull();
  });

  it('says what it needs to compare with plans', async () => {
    api.answers['GET /deadline'] = async () => ({
      ...deadlineAtRisk,
      straightLine: null,
    });
    api.answers['GET /decision/plans'] = async () => ({
      ...plans,
      launchedOn: null,
      plans: [],
    });
    renderWithApi(<DeadlinePage />, api);
    const outlook = await section('Forecast');
    expect(
      await outlook.findByText('adoptionMetrics.launchedOn'),
    ).toBeInTheDocument();
    expect(outlook.queryByRole('radio')).toBeNull();
  });

  it('shows what is unknown as unknown', async () => {
    renderWithApi(<DeadlinePage />, new FixtureApi(nothingSeen));
    const status = await section('Current adoption');
    expect(
      status.getByRole('link', { name: 'Set a deadline' }),
    ).toHaveAttribute('href', '/adoption/settings#deadline-settings');
    expect(
      status.getByText(/No complete week of active users yet/),
    ).toBeInTheDocument();
    expect(status.queryByRole('img')).not.toBeInTheDocument();
  });

  describe('annotations', () => {
    it('show what happened and what was decided', async () => {
      renderWithApi(<DeadlinePage />, api);
      const table = await screen.findByRole('table', {
        name: 'Annotations of the last year',
      });
      const rows = within(table).getAllByRole('row');
      expect(rows[1]).toHaveTextContent(
        /^Nov 2, 2026Steering committee \(decided: Stay and extend the deadline\)deleted user/,
      );
      expect(rows[2]).toHaveTextContent(/Cut 12 plugins.*priya\.nair/);
    });

    it('are written down, and taken away', async () => {
      const add = jest.spyOn(api.answers, 'POST /annotations');
      renderWithApi(<DeadlinePage />, api);
      const form = await section('Annotations');
      await userEvent.type(
        await form.findByLabelText('What happened'),
        'New onboarding',
      );
      await userEvent.click(
        form.getByRole('button', { name: 'Add annotation' }),
      );
      expect(await form.findByText('New onboarding')).toBeInTheDocument();
      expect(add).toHaveBeenCalledWith({
        body: {
          day: expect.stringMatching(/^20\d\d-\d\d-\d\d$/),
          text: 'New onboarding',
        },
      });

      await userEvent.click(
        form.getByRole('button', { name: 'Remove: New onboarding' }),
      );
      await waitFor(() =>
        expect(form.queryByText(/New onboarding/)).not.toBeInTheDocument(),
      );
    });

    it('say why they could not be written', async () => {
      api.answers['POST /annotations'] = () =>
        Promise.reject(responseError(403, 'Not yours'));
      renderWithApi(<DeadlinePage />, api);
      const form = await section('Annotations');
      await userEvent.type(await form.findByLabelText('What happened'), 'x');
      await userEvent.click(
        form.getByRole('button', { name: 'Add annotation' }),
      );
      expect(await form.findByRole('alert')).toHaveTextContent(
        /^Could not save the change: .*Not yours/,
      );
    });
  });
});
