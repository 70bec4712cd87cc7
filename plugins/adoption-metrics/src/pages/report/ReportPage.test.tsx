import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useEffect, useState, type ReactElement } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { adoptionReport, FixtureApi, nineMonthsIn } from '../../__fixtures__';
import {
  brokenRules,
  renderWithApi,
  responseError,
  section,
} from '../../__testUtils__/renderWithApi';
import { ReportPage } from './ReportPage';

/** What stands behind the path of the page. */
function Address() {
  return <p>{useLocation().search}</p>;
}

/** Opens a page with something behind its path. */
function At(props: { search: string; children: ReactElement }) {
  const { search, children } = props;
  const [opened, setOpened] = useState(false);
  const navigate = useNavigate();
  useEffect(() => {
    navigate({ search }, { replace: true });
    setOpened(true);
  }, [navigate, search]);
  return opened ? children : null;
}

describe('ReportPage', () => {
  let api: FixtureApi;

  beforeEach(() => {
    api = new FixtureApi(nineMonthsIn);
  });

  it('puts what was measured and what to decide on one document', async () => {
    const { container } = renderWithApi(<ReportPage />, api);
    const document = within(
      await screen.findByRole('article', { name: adoptionReport.title }),
    );
    expect(
      document.getByText(
        '1 of 2 targets met. Missed: Active users. Not known: Uptime.',
      ),
    ).toBeInTheDocument();
    const tiles = within(
      document.getByRole('region', { name: 'Four metrics' }),
    ).getAllByRole('listitem');
    expect(tiles[0]).toHaveTextContent(/8\.7%.*at least 30%.*26 of 300/);
    expect(tiles[1]).toHaveTextContent('unknown');
    expect(
      (await section('What was tried')).getByText('Cut 12 plugins'),
    ).toBeInTheDocument();
    const money = await section('Costs');
    const quayside = money.getByRole('row', { name: /^Quayside/ });
    expect(quayside).toHaveTextContent('€71.3–225K');
    expect(quayside).toHaveTextContent('Jun 2027 – Mar 2028');
    expect(
      money.getByText(/Money already spent is not part of the decision/),
    ).toBeInTheDocument();
    expect(
      (await section('Options')).getByRole('row', { name: /^Quayside/ }),
    ).toBeInTheDocument();
    expect(await section(/^Readiness/)).toBeDefined();
    expect(
      (await section('Decision')).getByText(
        'Nov 20, 2026: Quayside. The board: it fits best',
      ),
    ).toBeInTheDocument();
    expect(await brokenRules(container)).toEqual([]);
  });

  it('says why there is no money, and that there is no deadline', async () => {
    const sentence = 'Money and options are for others.';
    api.answers['GET /report'] = async () => ({
      ...adoptionReport,
      withheld: { code: 'no-permission', sentence },
      money: null,
      options: null,
      decision: null,
      deadline: {
        ...adoptionReport.deadline,
        deadline: null,
        state: null,
        sentence: 'No deadline is set.',
        latest: null,
      },
    });
    renderWithApi(<ReportPage />, api);
    expect(
      await screen.findByText(/visible to people with the permission/),
    ).toHaveTextContent('adoption-metrics.decision.read');
    expect(screen.queryByRole('table')).toBeNull();
    expect(screen.queryByRole('region', { name: 'Options' })).toBeNull();
    expect(screen.getByText('No deadline is set.')).toBeInTheDocument();
    expect(screen.getByText('No decision yet.')).toBeInTheDocument();
  });

  it('asks for months and quarters that are over', async () => {
    const asked: Array<string | undefined> = [];
    api.answers['GET /report'] = async ({ query }) => {
      asked.push(query?.period);
      return adoptionReport;
    };
    renderWithApi(
      <>
        <ReportPage />
        <Address />
      </>,
      api,
    );
    const click = async (name: string, role = 'button') =>
      userEvent.click(await screen.findByRole(role, { name }));
    await click('Earlier');
    await waitFor(() => expect(asked).toEqual([undefined, '2026-09']));
    expect(await screen.findByText('?period=2026-09')).toBeInTheDocument();
    expect(await screen.findByRole('button', { name: 'Later' })).toBeDisabled();
    await click('Quarter', 'radio');
    await waitFor(() => expect(asked.at(-1)).toBe('2026-Q3'));
  });

  it('offers the last month where there is no report of what the address asks for', async () => {
    api.answers['GET /report'] = async ({ query }) => {
      if (query?.period) {
        throw responseError(400, 'period is not over yet');
      }
      return adoptionReport;
    };
    renderWithApi(
      <At search="?period=2031-01">
        <ReportPage />
      </At>,
      api,
    );
    expect(await screen.findByText(/is not over yet/)).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'View last month' }),
    );
    expect(
      await screen.findByRole('article', { name: adoptionReport.title }),
    ).toBeInTheDocument();
  });
});
