import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { detailOf, FixtureApi, nineMonthsIn } from '../../__fixtures__';
import { threePortals } from '../../__fixtures__/portals';
import { brokenRules, renderWithApi } from '../../__testUtils__/renderWithApi';
import { PortalsSection } from './PortalsSection';

const { metric } = detailOf(nineMonthsIn, 'active-users');
const section = (
  <PortalsSection metric={metric} today="2026-11-23" granularity="four-weeks" />
);

describe('PortalsSection', () => {
  let api: FixtureApi;

  beforeEach(() => {
    api = new FixtureApi(nineMonthsIn);
  });

  it('is not there where there is no other portal', async () => {
    const asked = jest.spyOn(api, 'request');
    const { container } = renderWithApi(section, api);
    await waitFor(() => expect(asked).toHaveBeenCalled());
    await Promise.all(asked.mock.results.map(({ value }) => value));
    expect(screen.queryByRole('heading', { name: 'Portals' })).toBeNull();
    expect(within(container).queryByRole('table')).toBeNull();
  });

  it('puts portals side by side, and says who pushed what', async () => {
    api.answers['GET /portals'] = async () => threePortals;
    const { container } = renderWithApi(section, api);
    const table = within(
      await screen.findByRole('table', { name: 'Active users by portal' }),
    );
    expect(
      table.getByRole('row', {
        name: 'Our portal Measured here 72 302 23.8% 100% below target',
      }),
    ).toBeInTheDocument();
    expect(
      table.getByRole('row', {
        name: /^A candidate Reported by candidate-export, through Sat, Nov 21, 2026 12 302 unknown 46/,
      }),
    ).toBeInTheDocument();
    expect(
      table.getByRole('row', {
        name: /^The second instance No one is set up to report its numbers yet unknown/,
      }),
    ).toBeInTheDocument();
    expect(
      table.getByRole('row', {
        name: /^Any portal Each person counted once, through Sat, Nov 21, 2026 79/,
      }),
    ).toBeInTheDocument();
    expect(table.getByRole('link', { name: 'A candidate' })).toHaveAttribute(
      'href',
      'https://candidate.example.com',
    );
    expect(screen.getByText(/days without a report are unknown/)).toBeVisible();
    expect(await brokenRules(container)).toEqual([]);
  });

  it('compares the teams of all portals', async () => {
    api.answers['GET /portals'] = async () => threePortals;
    renderWithApi(section, api);
    const teams = within(
      await screen.findByRole('region', { name: 'Teams by portal' }),
    );
    const table = within(await teams.findByRole('table'));
    expect(
      table.getAllByRole('columnheader').map(({ textContent }) => textContent),
    ).toEqual([
      'Team',
      'Developers',
      'Our portal',
      'A candidate',
      'The second instance',
      'Any portal',
    ]);
    expect(
      table.getByRole('row', {
        name: 'Harbor 20 25% 5 active 40% 8 active unknown 45% 9 active',
      }),
    ).toBeInTheDocument();
  });

  it('draws all portals side by side, and gives all as a table and a file', async () => {
    api.answers['GET /portals'] = async () => threePortals;
    const asked = jest.spyOn(api, 'request');
    const file = jest.spyOn(api, 'csv');
    const { container } = renderWithApi(section, api);
    const history = within(
      await screen.findByRole('region', { name: 'Portal history' }),
    );
    expect(
      (await history.findAllByRole('listitem')).map(
        ({ textContent }) => textContent,
      ),
    ).toEqual([
      'Our portal',
      'A candidate',
      'The second instance',
      'Any portal',
      'provisional, or part of a period',
    ]);
    const [, request] = asked.mock.calls.find(
      ([key]) => key === 'GET /portals/series',
    )!;
    expect(request).toMatchObject({ query: { measure: 'monthly' } });
    expect(request).not.toMatchObject({ query: { portal: expect.anything() } });

    await userEvent.click(
      history.getByRole('button', { name: 'Show as table' }),
    );
    const table = within(
      await history.findByRole('table', { name: /: history$|history/i }),
    );
    expect(
      table.getAllByRole('columnheader').map(({ textContent }) => textContent),
    ).toEqual([
      'Period',
      'Our portal',
      'A candidate',
      'The second instance',
      'Any portal',
    ]);
    expect(table.getAllByRole('row')[1]).toHaveTextContent(/7020unknown80$/);
    expect(await brokenRules(container)).toEqual([]);

    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
    URL.createObjectURL = () => 'blob:portals';
    URL.revokeObjectURL = () => {};
    await userEvent.click(history.getByRole('button', { name: /^CSV/ }));
    await waitFor(() => expect(file).toHaveBeenCalled());
    expect(file.mock.calls[0][0]).toBe('GET /portals/series');
  });
});
