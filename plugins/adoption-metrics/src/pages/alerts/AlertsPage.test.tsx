import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { deadlineAtRisk, FixtureApi, nineMonthsIn } from '../../__fixtures__';
import {
  brokenRules,
  renderWithApi,
  responseError,
  section,
} from '../../__testUtils__/renderWithApi';
import { AlertsPage } from './AlertsPage';

describe('AlertsPage', () => {
  let api: FixtureApi;

  beforeEach(() => {
    api = new FixtureApi(nineMonthsIn);
  });

  it('sends a test, and says what arrived where', async () => {
    const { container } = renderWithApi(<AlertsPage />, api);
    const shown = await section('Rules and recipients');
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
      'Notificationspriya.nairdelivered',
      'Notificationsemptynot delivered: the group has no members in the catalog. Add members to the group, or choose another recipient.',
      'Webhookset in the channelnot delivered: the receiver answered with HTTP 503. Check adoptionMetrics.alerts.webhook, and what its receiver logs about the request.',
    ]);
    expect(await brokenRules(container)).toEqual([]);
  });

  it('says why no test could be sent', async () => {
    api.answers['POST /alerts/test'] = () =>
      Promise.reject(responseError(429, 'try again in 40 s'));
    renderWithApi(<AlertsPage />, api);
    const shown = await section('Rules and recipients');
    await userEvent.click(
      await shown.findByRole('button', { name: 'Send a test' }),
    );
    expect(await shown.findByRole('alert')).toHaveTextContent(
      /^Could not send a test: .*try again in 40 s/,
    );
  });

  it('says what was alerted about, and how that was delivered', async () => {
    renderWithApi(<AlertsPage />, api);
    const alerts = await section('Alerts');
    const [, row] = within(
      await alerts.findByRole('table', { name: 'Alert history' }),
    ).getAllByRole('row');
    expect(row).toHaveTextContent('The adoption deadline is at risk');
    expect(row).toHaveTextContent('Notifications: sent');
    expect(row).toHaveTextContent(
      'Webhook: pending, 3 attempts, the receiver answered with HTTP 503',
    );
  });

  it('says that nobody is notified, and what to do about it', async () => {
    api.answers['GET /alerts'] = async () => ({
      channels: [],
      rules: [],
      alerts: [],
      nextCursor: null,
    });
    renderWithApi(<AlertsPage />, api);
    const alerts = await section('Alerts');
    const rules = await section('Rules and recipients');
    expect(await rules.findByText(/No one is notified/)).toHaveTextContent(
      'adoptionMetrics.alerts.recipients',
    );
    expect(alerts.getByText('No alerts yet.')).toBeInTheDocument();
  });

  it('acknowledges an alert', async () => {
    const acknowledge = jest.spyOn(
      api.answers,
      'POST /alerts/acknowledgements',
    );
    renderWithApi(<AlertsPage />, api);
    const [button] = await screen.findAllByRole('button', {
      name: /^Acknowledge: /,
    });
    await userEvent.click(button);
    expect(
      await screen.findByRole('cell', {
        name: /^by priya\.nair on Nov 23, 2026/,
      }),
    ).toBeInTheDocument();
    expect(acknowledge).toHaveBeenCalledTimes(1);
  });

  it('says why an alert could not be acknowledged', async () => {
    api.answers['POST /alerts/acknowledgements'] = () =>
      Promise.reject(responseError(403, 'Not yours'));
    renderWithApi(<AlertsPage />, api);
    const [button] = await screen.findAllByRole('button', {
      name: /^Acknowledge: /,
    });
    await userEvent.click(button);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /^Could not save the change: .*Not yours/,
    );
  });

  it('names the time zone of what it dates', async () => {
    renderWithApi(<AlertsPage />, api);
    expect(
      await screen.findByRole('columnheader', { name: 'Time (Europe/Berlin)' }),
    ).toBeVisible();
    const digests = await screen.findByRole('table', {
      name: 'Digests sent and to come',
    });
    expect(
      within(digests).getByRole('row', { name: /^Weekly/ }),
    ).toHaveTextContent('Nov 30, 2026, 9:00 AM (Europe/Berlin)');
  });

  it('names the recipients, and leads to where they are changed', async () => {
    renderWithApi(<AlertsPage />, api);
    const rules = await section('Rules and recipients');
    expect(rules.getByText(/^Recipients:/)).toHaveTextContent(
      'Recipients: portal-team',
    );
    expect(
      rules.getByRole('link', { name: 'Change recipients' }),
    ).toHaveAttribute('href', '/adoption/settings#deadline-settings');
  });

  it('shows those who may only read what is, and no button', async () => {
    api.answers['GET /deadline'] = async () => ({
      ...deadlineAtRisk,
      mayChange: false,
    });
    renderWithApi(<AlertsPage />, api);
    const [alerts, rules] = [
      await section('Alerts'),
      await section('Rules and recipients'),
    ];
    expect(alerts.getByText('not yet')).toBeVisible();
    expect(rules.getAllByText('not muted')).toHaveLength(4);
    expect(rules.queryByRole('link')).toBeNull();
    expect(rules.queryByRole('button')).toBeNull();
    expect(
      alerts.getAllByRole('button').map(({ textContent }) => textContent),
    ).toEqual(['Time (Europe/Berlin)']);
  });

  it('leads to the report of a month and of a quarter', async () => {
    renderWithApi(<AlertsPage />, api);
    const report = await section('Report for leadership');
    expect(
      report.getAllByRole('link').map(link => link.getAttribute('href')),
    ).toEqual([
      '/adoption/report',
      expect.stringMatching(/^\/adoption\/report\?period=\d{4}-Q[1-4]$/),
    ]);
  });

  it('says who hears of what, and is silent for a while', async () => {
    const mute = jest.spyOn(api.answers, 'POST /alerts/mutes');
    renderWithApi(<AlertsPage />, api);
    const table = await screen.findByRole('table', { name: 'Alert rules' });
    const row = (name: RegExp) => within(table).getByRole('row', { name });
    expect(row(/^Deadline reminders/)).toHaveTextContent('off');
    expect(row(/^Target changes/)).toHaveTextContent('not muted');
    expect(row(/^Data collection stopped/)).toHaveTextContent(
      'Dec 31, 2026, by configuration',
    );
    expect(
      within(table).queryByRole('button', { name: /collection|Days/ }),
    ).toBeNull();

    const name = 'Mute for four weeks: Target changes';
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
});
