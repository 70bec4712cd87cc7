import type { Entity } from '@backstage/catalog-model';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  FixtureApi,
  nineMonthsIn,
  nothingSeen,
  deadlineAtRisk,
  plans,
} from '../__fixtures__';
import {
  brokenRules,
  renderWithApi,
  responseError,
} from '../__testUtils__/renderWithApi';
import { DeadlineTab } from './DeadlineTab';

function catalogEntity(
  kind: string,
  name: string,
  displayName: string,
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    spec: { profile: { displayName } },
  };
}

async function section(name: string) {
  return within(await screen.findByRole('region', { name }));
}

describe('DeadlineTab', () => {
  let api: FixtureApi;

  beforeEach(() => {
    api = new FixtureApi(nineMonthsIn);
  });

  it('says whether the goal will be reached, and what that rests on', async () => {
    const { container } = renderWithApi(<DeadlineTab />, api);
    const outlook = await section('Forecast');
    expect(outlook.getByText('at risk')).toBeInTheDocument();
    expect(outlook.getByText(/^Needs acceleration/)).toBeInTheDocument();
    expect(
      outlook.getByText(/9\.3% \(28 of 300\) on Nov 22, 2026: no higher than/),
    ).toBeInTheDocument();

    const week = await section('Week ending Nov 22, 2026');
    expect(week.getByText('62')).toBeInTheDocument();
    expect(week.getByText('6.4')).toBeInTheDocument();
    expect(week.getByText('not at this pace')).toBeInTheDocument();
    await userEvent.click(week.getByText('Week by week'));
    const rows = within(
      week.getByRole('table', { name: 'Forecast week by week' }),
    ).getAllByRole('row');
    expect(rows).toHaveLength(11);

    const others = await section('Other metrics');
    expect(others.getByText(/Uptime, 30 days: 99\.93%/)).toBeInTheDocument();
    const log = await section('Log');
    expect(await log.findByText('user:default/priya.nair')).toBeInTheDocument();
    expect(
      log.getByText(/; notified: group:default\/portal-team$/),
    ).toBeInTheDocument();
    expect(await brokenRules(container)).toEqual([]);
  });

  it('compares with a straight line to the goal', async () => {
    renderWithApi(<DeadlineTab />, api);
    const outlook = await section('Forecast');
    await userEvent.click(
      outlook.getByRole('radio', { name: 'Linear target' }),
    );
    expect(outlook.getByText(/^A straight line from/)).toHaveTextContent(
      'A straight line from 8% on Jul 26, 2026 to the goal would be at 22.2% now: adoption is 12.8 pp below the line. Adoption grows by 0.08 pp per week; 2.19 pp per week are needed, over 10 times as much.',
    );
  });

  it('compares with a published plan', async () => {
    renderWithApi(<DeadlineTab />, api);
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
    renderWithApi(<DeadlineTab />, api);
    const outlook = await section('Forecast');
    expect(
      await outlook.findByText('adoptionMetrics.launchedOn'),
    ).toBeInTheDocument();
    expect(outlook.queryByRole('radio')).toBeNull();
  });

  it.each([
    ['at-risk', 'View options'],
    ['missed', 'Make a decision'],
  ] as const)('leads to the decision when %s: %s', async (state, name) => {
    api.answers['GET /deadline'] = async () => ({ ...deadlineAtRisk, state });
    renderWithApi(<DeadlineTab />, api);
    const decision = await section('Decision');
    expect(decision.getByRole('link', { name })).toHaveAttribute(
      'href',
      '/adoption/decision',
    );
  });

  it('changes goal and date, and reads the log again', async () => {
    const setDeadline = jest.spyOn(api.answers, 'PUT /deadline');
    const getLog = jest.spyOn(api.answers, 'GET /deadline/log');
    renderWithApi(<DeadlineTab />, api);
    const form = await section('Deadline settings');
    const goal = form.getByLabelText('Goal (%)');
    await userEvent.clear(goal);
    await userEvent.type(goal, '25');
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(setDeadline).toHaveBeenCalledWith({
        body: {
          start: '2026-07-27',
          date: '2027-01-27',
          goal: 0.25,
          hold: 2,
          holidays: [{ from: '2026-12-21', to: '2027-01-04' }],
          recipients: ['group:default/portal-team'],
        },
      }),
    );
    await waitFor(() => expect(getLog).toHaveBeenCalledTimes(2));
  });

  it('adds holidays and takes others away', async () => {
    const setDeadline = jest.spyOn(api.answers, 'PUT /deadline');
    renderWithApi(<DeadlineTab />, api);
    const form = await section('Deadline settings');
    const press = (name: string) =>
      userEvent.click(form.getByRole('button', { name }));
    await press('Add holidays');
    await userEvent.type(form.getByLabelText('Holidays 2, from'), '2026-11-02');
    await userEvent.type(
      form.getByLabelText('Holidays 2, back on'),
      '2026-11-09',
    );
    await press('Remove holidays 1');
    expect(form.getByRole('button', { name: 'Add holidays' })).toHaveFocus();
    await press('Save');
    await waitFor(() =>
      expect(setDeadline).toHaveBeenCalledWith({
        body: expect.objectContaining({
          holidays: [{ from: '2026-11-02', to: '2026-11-09' }],
        }),
      }),
    );
  });

  it('shows holidays as they were stored, and keeps what is being written', async () => {
    const stored = [{ from: '2026-11-02', to: '2026-11-20' }];
    renderWithApi(<DeadlineTab />, api);
    const form = await section('Deadline settings');
    const notes = await section('Annotations');
    await userEvent.type(notes.getByLabelText('What happened'), 'Cut 12');
    const deadline = { ...deadlineAtRisk.deadline!, holidays: stored };
    api.answers['GET /deadline'] = async () => ({
      ...deadlineAtRisk,
      deadline,
    });
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(screen.getByLabelText('Holidays 1, from')).toHaveValue(
        '2026-11-02',
      ),
    );
    expect(screen.getByLabelText('What happened')).toHaveValue('Cut 12');
  });

  it('names recipients from the catalog, found by their names', async () => {
    const setDeadline = jest.spyOn(api.answers, 'PUT /deadline');
    const { container } = renderWithApi(<DeadlineTab />, api, [
      catalogEntity('User', 'ada.okafor', 'Ada Okafor'),
      catalogEntity('Group', 'payments', 'Payments'),
      catalogEntity('Component', 'ada-service', 'Ada'),
    ]);
    const form = await section('Deadline settings');
    const search = () =>
      form.getByRole('combobox', { name: 'Add a person or group' });
    await userEvent.type(search(), 'ada');
    // Others are found while less of the name is typed.
    await waitFor(() =>
      expect(
        screen.getAllByRole('option').map(({ textContent }) => textContent),
      ).toEqual([expect.stringMatching(/^Ada Okafor.*user:default\/ada/)]),
    );
    await userEvent.click(screen.getByRole('option'));
    await waitFor(() => expect(search()).toHaveFocus());
    expect(search()).toHaveValue('');
    await userEvent.click(
      form.getByRole('button', {
        name: 'Remove recipient: group:default/portal-team',
      }),
    );
    expect(await brokenRules(container)).toEqual([]);
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(setDeadline).toHaveBeenCalledWith({
        body: expect.objectContaining({
          recipients: ['user:default/ada.okafor'],
        }),
      }),
    );
  });

  it('asks for a recipient, unless some are configured', async () => {
    const setDeadline = jest.spyOn(api.answers, 'PUT /deadline');
    const remove = 'Remove recipient: group:default/portal-team';
    const { unmount } = renderWithApi(<DeadlineTab />, api);
    const form = await section('Deadline settings');
    await userEvent.click(form.getByRole('button', { name: remove }));
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    expect(form.getByRole('alert')).toHaveTextContent(
      'Add at least one person or group to notify.',
    );
    expect(setDeadline).not.toHaveBeenCalled();
    unmount();

    const configuredRecipients = ['group:default/leads'];
    api.answers['GET /deadline'] = async () => ({
      ...deadlineAtRisk,
      configuredRecipients,
    });
    renderWithApi(<DeadlineTab />, api);
    const other = await section('Deadline settings');
    expect(
      other.getByText('Also notified, by configuration: group:default/leads'),
    ).toBeInTheDocument();
    await userEvent.click(other.getByRole('button', { name: remove }));
    await userEvent.click(other.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(setDeadline).toHaveBeenCalledTimes(1));
  });

  it('sends a test, and says what arrived where', async () => {
    const { container } = renderWithApi(<DeadlineTab />, api);
    const shown = await section('Alerts');
    await userEvent.click(
      await shown.findByRole('button', { name: 'Send a test' }),
    );
    expect(
      await shown.findByText('1 of 3 test messages delivered.'),
    ).toBeInTheDocument();
    const rows = within(
      shown.getByRole('table', { name: 'Results of the test' }),
    ).getAllByRole('row');
    expect(rows.slice(1).map(row => row.textContent)).toEqual([
      'notificationsuser:default/priya.nairdelivered',
      'notificationsgroup:default/emptynot delivered: the group has no members in the catalog. Add members to the group, or choose another recipient.',
      'webhookset in the channelnot delivered: the receiver answered with HTTP 503. Check adoptionMetrics.alerts.webhook.',
    ]);
    expect(await brokenRules(container)).toEqual([]);
  });

  it('says why no test could be sent', async () => {
    api.answers['POST /alerts/test'] = () =>
      Promise.reject(responseError(429, 'try again in 40 s'));
    renderWithApi(<DeadlineTab />, api);
    const shown = await section('Alerts');
    await userEvent.click(
      await shown.findByRole('button', { name: 'Send a test' }),
    );
    expect(await shown.findByRole('alert')).toHaveTextContent(
      /^Could not send a test: .*try again in 40 s/,
    );
  });

  it('removes the deadline, and offers to set another', async () => {
    renderWithApi(<DeadlineTab />, api);
    const form = await section('Deadline settings');
    await userEvent.click(
      form.getByRole('button', { name: 'Remove deadline' }),
    );
    expect(
      await screen.findByRole('region', { name: 'Set a deadline' }),
    ).toBeInTheDocument();
  });

  it('says why a change was refused', async () => {
    api.answers['PUT /deadline'] = () =>
      Promise.reject(responseError(403, 'This needs the permission'));
    renderWithApi(<DeadlineTab />, api);
    const form = await section('Deadline settings');
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /^Could not save the change: This needs the permission/,
    );
  });

  it('says what was alerted about, and how that was delivered', async () => {
    renderWithApi(<DeadlineTab />, api);
    const alerts = await section('Alerts');
    const [, row] = within(
      await alerts.findByRole('table', { name: 'Alert history' }),
    ).getAllByRole('row');
    expect(row).toHaveTextContent('The adoption deadline is at risk');
    expect(row).toHaveTextContent('notifications: sent');
    expect(row).toHaveTextContent(
      'webhook: pending, 3 attempts, the receiver answered with HTTP 503',
    );
  });

  it('says that nobody is notified, and what to do about it', async () => {
    api.answers['GET /alerts'] = async () => ({
      channels: [],
      rules: [],
      alerts: [],
      nextCursor: null,
    });
    renderWithApi(<DeadlineTab />, api);
    const alerts = await section('Alerts');
    expect(await alerts.findByText(/No one is notified/)).toHaveTextContent(
      'adoptionMetrics.alerts.recipients',
    );
    expect(alerts.getByText('No alerts yet.')).toBeInTheDocument();
  });

  it('leaves to the configuration what is set there', async () => {
    const deadline = {
      ...deadlineAtRisk.deadline!,
      source: 'configuration' as const,
    };
    api.answers['GET /deadline'] = async () => ({
      ...deadlineAtRisk,
      deadline,
    });
    renderWithApi(<DeadlineTab />, api);
    const settings = await section('Deadline settings');
    expect(settings.getByText('adoptionMetrics.deadline')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  });

  it('shows what is unknown as unknown', async () => {
    renderWithApi(<DeadlineTab />, new FixtureApi(nothingSeen));
    const status = await section('Current adoption');
    expect(
      status.getByText('There is no deadline: nothing counts down.'),
    ).toBeInTheDocument();
    expect(
      status.getByText(/No complete week of active users yet/),
    ).toBeInTheDocument();
    expect(status.queryByRole('img')).not.toBeInTheDocument();
  });

  it('acknowledges an alert', async () => {
    const acknowledge = jest.spyOn(
      api.answers,
      'POST /alerts/acknowledgements',
    );
    renderWithApi(<DeadlineTab />, api);
    const [button] = await screen.findAllByRole('button', {
      name: /^Acknowledge: /,
    });
    await userEvent.click(button);
    expect(
      await screen.findByText(/^by user:default\/priya\.nair on Nov 23, 2026/),
    ).toBeInTheDocument();
    expect(acknowledge).toHaveBeenCalledTimes(1);
  });

  it('says why an alert could not be acknowledged', async () => {
    api.answers['POST /alerts/acknowledgements'] = () =>
      Promise.reject(responseError(403, 'Not yours'));
    renderWithApi(<DeadlineTab />, api);
    const [button] = await screen.findAllByRole('button', {
      name: /^Acknowledge: /,
    });
    await userEvent.click(button);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /^Could not save the change: .*Not yours/,
    );
  });

  it('says who hears of what, and is silent for a while', async () => {
    const mute = jest.spyOn(api.answers, 'POST /alerts/mutes');
    renderWithApi(<DeadlineTab />, api);
    const table = await screen.findByRole('table', { name: 'Alert rules' });
    const row = (name: RegExp) => within(table).getByRole('row', { name });
    expect(row(/^Days before the deadline/)).toHaveTextContent('off');
    expect(row(/^Data collection stopped/)).toHaveTextContent(
      'no one through Dec 31, 2026, muted by configuration',
    );
    expect(
      within(table).queryByRole('button', { name: /collection|Days/ }),
    ).toBeNull();

    const name = 'Mute: Target changes';
    await userEvent.click(within(table).getByRole('button', { name }));
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Unmute: Target changes',
      }),
    );
    expect(mute.mock.calls).toEqual([
      [
        {
          body: {
            rule: 'metric',
            until: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
          },
        },
      ],
      [{ body: { rule: 'metric', until: null } }],
    ]);
    expect(await screen.findByRole('button', { name })).toBeInTheDocument();
  });

  describe('annotations', () => {
    it('show what happened and what was decided', async () => {
      renderWithApi(<DeadlineTab />, api);
      const table = await screen.findByRole('table', {
        name: 'Annotations of the last year',
      });
      const rows = within(table).getAllByRole('row');
      expect(rows[1]).toHaveTextContent(
        /^Nov 2, 2026Steering committee \(decided: Stay, with another date\)deleted user/,
      );
      expect(rows[2]).toHaveTextContent(/Cut 12 plugins.*priya\.nair/);
    });

    it('are written down, and taken away', async () => {
      const add = jest.spyOn(api.answers, 'POST /annotations');
      renderWithApi(<DeadlineTab />, api);
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
      renderWithApi(<DeadlineTab />, api);
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
