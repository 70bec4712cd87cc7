import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { adoptionReport, FixtureApi, nineMonthsIn } from '../../__fixtures__';
import { brokenRules, renderWithApi } from '../../__testUtils__/renderWithApi';
import { ReportPage } from './ReportPage';

async function section(name: string | RegExp) {
  return within(await screen.findByRole('region', { name }));
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
      document.getByText('1 of 4 targets met; missed: active users.'),
    ).toBeInTheDocument();
    const tiles = within(
      document.getByRole('region', { name: 'Four metrics' }),
    ).getAllByRole('listitem');
    expect(tiles[0]).toHaveTextContent(/8\.7%.*at least 30%.*26 of 300/);
    expect(tiles[1]).toHaveTextContent('unknown');
    expect(
      (await section('What was tried')).getByText('Cut 12 plugins'),
    ).toBeInTheDocument();
    const money = await section('Money');
    const quayside = money.getByRole('row', { name: /^Quayside/ });
    expect(quayside).toHaveTextContent('€71,250 – €224,500');
    expect(money.getByText(/Not part of the decision/)).toBeInTheDocument();
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
    const withheld = 'Money and options are for others.';
    api.answers['GET /report'] = async () => ({
      ...adoptionReport,
      withheld,
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
    expect(await screen.findByText(withheld)).toBeInTheDocument();
    expect(screen.queryByRole('table')).toBeNull();
    expect(screen.queryByRole('region', { name: 'Options' })).toBeNull();
    expect(screen.getByText('No deadline is set.')).toBeInTheDocument();
    expect(screen.getByText('Nothing is decided yet.')).toBeInTheDocument();
  });

  it('asks for months and quarters that are over', async () => {
    const asked: Array<string | undefined> = [];
    api.answers['GET /report'] = async ({ query }) => {
      asked.push(query?.period);
      return adoptionReport;
    };
    renderWithApi(<ReportPage />, api);
    const click = async (name: string, role = 'button') =>
      userEvent.click(await screen.findByRole(role, { name }));
    await click('Earlier');
    await waitFor(() => expect(asked).toEqual([undefined, '2026-09']));
    expect(await screen.findByRole('button', { name: 'Later' })).toBeDisabled();
    await click('Quarter', 'radio');
    await waitFor(() => expect(asked.at(-1)).toBe('2026-Q3'));
  });
});
