import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  UptimeIncidents,
  UptimeReport,
  AnswerOf,
} from 'backstage-plugin-adoption-metrics-common';
import {
  detailOf,
  FixtureApi,
  incidentsFor,
  nineMonthsIn,
  nothingSeen,
  uptimeFor,
} from '../../__fixtures__';
import {
  brokenRules,
  renderWithApi,
  responseError,
} from '../../__testUtils__/renderWithApi';
import { UptimeSections } from './UptimeSections';

const sections = <UptimeSections detail={detailOf(nineMonthsIn, 'uptime')} />;

const table = async (name: string) =>
  within(await screen.findByRole('table', { name }));

async function openDetails() {
  await userEvent.click(await screen.findByText('Details'));
}

const region = async (name: string) =>
  within(await screen.findByRole('region', { name }));

describe('UptimeSections', () => {
  let api: FixtureApi;

  beforeEach(() => {
    api = new FixtureApi(nineMonthsIn);
  });

  /** Answers one report otherwise. */
  function answer<K extends keyof typeof api.answers>(
    key: K,
    value: AnswerOf<K>,
  ) {
    Object.assign(api.answers, { [key]: async () => value });
  }

  describe('timeline', () => {
    it('shows the state of each day in words', async () => {
      renderWithApi(sections, api);
      const days = within(
        await screen.findByRole('list', { name: 'Status by day' }),
      );
      expect(days.getAllByRole('listitem')).toHaveLength(30);
      expect(days.getByText('Wed, Nov 18, 2026: Down 19 min')).toBeVisible();
      expect(
        days.getByText('Tue, Nov 10, 2026: Unknown 7 min 5 s'),
      ).toBeVisible();
      expect(
        days.getByText('Sun, Nov 15, 2026: Up, maintenance 2 h'),
      ).toBeVisible();
      expect(days.getByText('Mon, Nov 23, 2026: Up (so far)')).toBeVisible();
      expect(
        screen.getByText(
          /^Incidents on 2 of 30 days, 22 min 28 s in total\. Status unknown for 7 min 5 s\. Days in Europe\/Berlin/,
        ),
      ).toBeVisible();
    });

    it('asks for 90 days of the reporting zone when they are chosen', async () => {
      const getReport = jest.spyOn(api, 'request');
      renderWithApi(sections, api);
      const timeline = await region('Timeline');
      await userEvent.click(screen.getByRole('radio', { name: '90 days' }));
      await waitFor(() =>
        expect(
          timeline.getByText(
            /^Incidents on \d+ of 90 days, .* in total\. 12 restarts, /,
          ),
        ).toBeVisible(),
      );
      expect(getReport).toHaveBeenCalledWith(
        'GET /uptime',
        expect.objectContaining({
          query: { from: '2026-08-25T22:00:00.000Z' },
        }),
      );
    });

    it('has a table behind it', async () => {
      renderWithApi(sections, api);
      const timeline = await region('Timeline');
      await userEvent.click(
        await timeline.findByRole('button', { name: 'Show as table' }),
      );
      const days = await table('Status by day');
      expect(
        days.getByRole('row', {
          name: 'Wed, Nov 18, 2026 Down 19 min 19 min none none none',
        }),
      ).toBeVisible();
      expect(days.getAllByRole('rowheader')[0]).toHaveTextContent(
        'Mon, Nov 23, 2026',
      );
    });

    it('does not take days before the installation for days without a fault', async () => {
      answer('GET /uptime', {
        ...uptimeFor({}, Date.parse('2026-11-21T12:00:00Z')),
      });
      renderWithApi(sections, api);
      expect(
        await screen.findByText(/^No incidents in 3 observed days out of 31\./),
      ).toBeVisible();
      expect(
        screen.getByText('Fri, Nov 20, 2026: Not observed'),
      ).toBeInTheDocument();
    });
  });

  describe('a day', () => {
    const days = async () =>
      within(await screen.findByRole('list', { name: 'Status by day' }));

    it('narrows the page until that is cleared', async () => {
      const getReport = jest.spyOn(api, 'request');
      renderWithApi(sections, api);
      const day = (await days()).getByRole('button', { name: /^Wed, Nov 18/ });
      await userEvent.click(day);
      expect(day).toHaveAttribute('aria-pressed', 'true');
      for (const kind of ['incident', 'restart']) {
        expect(getReport).toHaveBeenCalledWith(
          'GET /uptime/incidents',
          expect.objectContaining({
            query: {
              kind,
              limit: 20,
              from: '2026-11-17T23:00:00.000Z',
              to: '2026-11-18T23:00:00.000Z',
            },
          }),
        );
      }
      await userEvent.click(
        screen.getByRole('button', {
          name: 'Day: Nov 18, 2026 (clear the filter)',
        }),
      );
      expect(day).toHaveAttribute('aria-pressed', 'false');
    });

    it.each(['2026-13-01', '2026-12-24', '<script>'])(
      'that does not exist or is to come is ignored: %s',
      async asked => {
        renderWithApi(sections, api, [], `?day=${encodeURIComponent(asked)}`);
        await days();
        expect(screen.queryByRole('button', { name: /clear the/ })).toBeNull();
      },
    );
  });

  it('says first whether the portal is up, and what is left of the budget', async () => {
    renderWithApi(sections, api);
    expect(
      await screen.findByText(/^Operational\. .* of error budget left$/),
    ).toBeVisible();
  });

  it('shows restarts apart from incidents', async () => {
    renderWithApi(sections, api);
    const restarts = await table('Restarts, newest first');
    expect(restarts.getAllByRole('rowheader')).toHaveLength(12);
    expect(
      restarts.getAllByRole('row', { name: / 41 s Planned restart / }).length,
    ).toBeGreaterThan(0);
    const incidents = await table('Incidents, newest first');
    expect(
      incidents.queryByRole('row', { name: /Planned restart/ }),
    ).toBeNull();
    expect(screen.getByText(/^Downtime of under 1 min while/)).toBeVisible();
  });

  describe('incidents', () => {
    it('shows start, duration, cause, components and notes', async () => {
      renderWithApi(sections, api);
      const incidents = await table('Incidents, newest first');
      expect(
        incidents.getByRole('columnheader', { name: 'Start (Europe/Berlin)' }),
      ).toBeVisible();
      expect(
        incidents.getByRole('row', {
          name: /^Nov 18, 2026, 2:17 PM 19 min Database also: Crash Portal processes The database moved .* jordan, Nov 18, 2026, 4:02 PM .* deleted user/,
        }),
      ).toBeVisible();
      expect(
        incidents.getByRole('row', {
          name: 'Nov 5, 2026, 2:17 PM 3 min 28 s Crash Portal processes none',
        }),
      ).toBeVisible();
      expect(
        screen.getByText(
          'A process was running but could not reach its database.',
        ),
      ).toBeVisible();
    });

    const showMore = async () =>
      (await region('Incidents')).queryByRole('button', { name: 'Show more' });

    function answerInPages() {
      api.answers['GET /uptime/incidents'] = async ({ query }) =>
        incidentsFor({ ...query, limit: 10 });
    }

    it('shows more until there is no more', async () => {
      answerInPages();
      renderWithApi(sections, api);
      const incidents = await table('Incidents, newest first');
      expect(incidents.getAllByRole('rowheader')).toHaveLength(10);

      await userEvent.click((await showMore())!);

      await waitFor(() =>
        expect(incidents.getAllByRole('rowheader')).toHaveLength(18),
      );
      expect(await showMore()).not.toBeInTheDocument();
    });

    it('keeps what is there when more cannot be loaded', async () => {
      answerInPages();
      const getReport = api.request.bind(api);
      renderWithApi(sections, api);
      const incidents = await table('Incidents, newest first');
      api.request = () => Promise.reject(responseError(503, 'Too busy'));

      await userEvent.click((await showMore())!);

      expect(await screen.findByRole('alert')).toHaveTextContent('Too busy');
      expect(incidents.getAllByRole('rowheader')).toHaveLength(10);

      api.request = getReport;
      await userEvent.click((await showMore())!);
      await waitFor(() =>
        expect(incidents.getAllByRole('rowheader')).toHaveLength(18),
      );
      expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    });

    it('reports an outage that lasts, and what a probe saw', async () => {
      const { incidents } = incidentsFor({ limit: 1 });
      const [first] = incidents;
      const probed: UptimeIncidents = {
        ...incidentsFor(),
        nextCursor: null,
        incidents: [
          {
            ...first,
            ongoing: true,
            cause: 'probe',
            components: ['portal'],
            notes: [],
            evidence: [
              {
                ...first.evidence[0],
                cause: 'probe',
                component: 'portal',
                detail: 'status 502',
              },
            ],
          },
        ],
      };
      answer('GET /uptime/incidents', probed);
      renderWithApi(sections, api);
      expect(
        (await table('Incidents, newest first')).getByRole('row', {
          name: 'Nov 18, 2026, 2:17 PM 19 min so far ongoing Probe details: status 502 portal none',
        }),
      ).toBeVisible();
    });
  });

  describe('windows', () => {
    it('shows the percentages as the server wrote them, never rounded up', async () => {
      const report = uptimeFor();
      const [first, ...others] = report.windows;
      answer('GET /uptime', {
        ...report,
        windows: [
          { ...first, strict: 0.99999, strictPercent: '99.99' },
          ...others,
        ],
      });
      renderWithApi(sections, api);
      const windows = await table('Uptime by window');
      expect(
        windows.getByRole('row', {
          name: '24 hours 99.99% on target none 1 min 26 s',
        }),
      ).toBeVisible();
      expect(
        windows.getByRole('row', {
          name: '7 days 99.81% below target 19 min overspent by 8 min 55 s',
        }),
      ).toBeVisible();
      expect(
        windows.getByRole('row', {
          name: '30 days 99.93% on target 22 min 28 s 13 min 32 s',
        }),
      ).toBeVisible();
      await openDetails();
      expect(
        (await table('Unknown time by window')).getByRole('row', {
          name: '30 days 99.94% 99.9% 7 min 5 s 43 min 5 s',
        }),
      ).toBeVisible();
      expect(
        windows.getByRole('row', {
          name: /^365 days 280 d 1 h observed .* since installation/,
        }),
      ).toBeVisible();
    });

    it('says what burn rates mean, and which burns', async () => {
      const report = uptimeFor();
      const [fast, slow, slowest] = report.burnRates;
      const burnRates: UptimeReport['burnRates'] = [
        { ...fast, long: 19.97, short: 240, burning: true },
        { ...slow, long: 0.04, short: 0 },
        { ...slowest, long: null, short: null },
      ];
      answer('GET /uptime', { ...report, burnRates });
      renderWithApi(sections, api);
      await openDetails();
      const rates = await table('Burn rates by window');
      expect(
        rates.getByRole('row', {
          name: '1 h and 5 min Burning 19.9× and 240× 14.4× 2% of a 30-day budget spent in 1 h: act now',
        }),
      ).toBeVisible();
      expect(
        rates.getByRole('row', {
          name: /^6 h and 30 min Normal under 0.1× and 0× 6× 5% /,
        }),
      ).toBeVisible();
      expect(
        rates.getByRole('row', {
          name: /^3 d and 6 h unknown unknown and unknown 1× 10% .* investigate soon$/,
        }),
      ).toBeVisible();
    });

    it('says what the metrics rest on', async () => {
      renderWithApi(sections, api);
      expect(await screen.findByText('Internal checks only.')).toBeVisible();
    });

    it('names components that count and are silent', async () => {
      const report = uptimeFor();
      answer('GET /uptime', {
        ...report,
        evidence: {
          ...report.evidence,
          seenFromInsideOnly: false,
          silent: ['outside'],
        },
      });
      renderWithApi(sections, api);
      expect(await screen.findByText(/^\s*outside\. These/)).toBeVisible();
      expect(screen.queryByText('Internal checks only.')).toBeNull();
    });
  });

  it('shows components with their own uptime, and flags silent ones', async () => {
    renderWithApi(sections, api);
    const components = await table('Components and their uptime');
    const rows = [
      /^Portal processes backend heartbeat, included in uptime up 100.00% 99.93% 7 min 5 s unknown 99.8\d% 7 min 5 s unknown Nov 23, 2026, 10:13 AM$/,
      /^portal backend probe, included in uptime never up yet last failure: ENOTFOUND unknown unknown unknown/,
      /^search .* not included in uptime up its certificate expires on Dec 1, 2026 100.00% 100.00% 100.00% 40 d observed /,
      /^office external observer, not included in uptime unknown no data its checks have stopped unknown 91.09% 2 d 16 h unknown 97.03% /,
    ];
    for (const name of rows) {
      expect(components.getByRole('row', { name })).toBeVisible();
    }
  });

  it('lists maintenance, the newest first, and what was declared late', async () => {
    renderWithApi(sections, api);
    const windows = await table('Maintenance windows, newest first');
    const [, ...rows] = windows.getAllByRole('row');
    expect(rows.map(row => row.textContent)).toEqual([
      expect.stringMatching(/^Dec 5, 2026, 9:00\sPM3 h.*excluded\s*$/),
      expect.stringMatching(
        /^Nov 18, 2026, 2:17\sPM23 min.*included declared late\s*$/,
      ),
      expect.stringMatching(/^Nov 15, 2026, 9:00\sPM2 h.*excluded\s*$/),
    ]);
  });

  it('says that nothing is known, and shows no zero', async () => {
    renderWithApi(
      <UptimeSections detail={detailOf(nothingSeen, 'uptime')} />,
      new FixtureApi(nothingSeen),
    );
    expect(
      await screen.findAllByText(/^The portal has not been observed yet/),
    ).toHaveLength(4);
    expect(
      (await table('Components and their uptime')).getByRole('row', {
        name: /^Portal processes .* unknown unknown unknown unknown never$/,
      }),
    ).toBeVisible();
    expect(
      await screen.findByText('No maintenance has been declared.'),
    ).toBeVisible();
    expect(screen.queryByRole('table', { name: /Incidents/ })).toBeNull();
  });

  it('shows that it is loading', async () => {
    api.request = () => new Promise(() => {});
    renderWithApi(sections, api);
    for (const name of ['Timeline', 'Incidents', 'Components']) {
      expect(
        await screen.findByRole('status', { name: `Loading: ${name}` }),
      ).toBeVisible();
    }
  });

  it('says what failed, and tries again', async () => {
    const getReport = api.request.bind(api);
    api.request = () => Promise.reject(responseError(503, 'Not reachable'));
    renderWithApi(sections, api);
    const timeline = await region('Timeline');
    expect(await timeline.findByRole('alert')).toHaveTextContent(
      'Timeline is temporarily unavailable',
    );
    api.request = getReport;
    await userEvent.click(timeline.getByRole('button', { name: 'Try again' }));
    expect(
      await timeline.findByText(/^Incidents on 2 of 30 days/),
    ).toBeVisible();
  });

  it('says which permission is missing', async () => {
    api.request = () => Promise.reject(responseError(403, 'Unauthorized'));
    renderWithApi(sections, api);
    const incidents = await region('Incidents');
    expect(
      await incidents.findByText('adoption-metrics.scorecard.read'),
    ).toBeVisible();
  });

  it('breaks no accessibility rule', async () => {
    const { container } = renderWithApi(sections, api);
    await openDetails();
    await table('Incidents, newest first');
    await table('Burn rates by window');
    await table('Components and their uptime');
    await screen.findByRole('list', { name: 'Status by day' });
    expect(await brokenRules(container)).toEqual([]);
  });
});
