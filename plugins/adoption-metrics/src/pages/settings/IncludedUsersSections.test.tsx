import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { DeveloperPreview } from 'backstage-plugin-adoption-metrics-common';
import { developerPreview, FixtureApi, nineMonthsIn } from '../../__fixtures__';
import {
  brokenRules,
  renderWithApi,
  responseError,
} from '../../__testUtils__/renderWithApi';
import { IncludedUsersSections } from './IncludedUsersSections';

function apiWith(preview: Partial<DeveloperPreview>) {
  const api = new FixtureApi(nineMonthsIn);
  api.answers['GET /developers'] = async () => ({
    ...developerPreview,
    ...preview,
  });
  return api;
}

const showNames = async () =>
  userEvent.click(await screen.findByRole('button', { name: 'Show names' }));

describe('IncludedUsersSections', () => {
  it('says who counts, who does not and why, and in which teams', async () => {
    const { container } = renderWithApi(
      <IncludedUsersSections />,
      new FixtureApi(nineMonthsIn),
    );

    expect(
      await screen.findByText('302 of 312 catalog users included.'),
    ).toBeInTheDocument();
    expect(screen.getByText(/2 joined, 1 left/)).toBeInTheDocument();
    const reasons = within(
      screen.getByRole('table', { name: 'Excluded users by reason' }),
    );
    expect(
      reasons.getByRole('row', { name: 'Not matched by the filter 7' }),
    ).toBeInTheDocument();
    expect(screen.getByText(/^Up to 4 of them have opted out/)).toBeVisible();
    const teams = within(
      screen.getByRole('table', { name: 'Developers by team' }),
    );
    expect(
      teams.getByRole('row', { name: 'Ledger in Engineering / Payments 27' }),
    ).toBeInTheDocument();
    expect(screen.getByText('18 developers have no team.')).toBeInTheDocument();
    expect(await brokenRules(container)).toEqual([]);
  });

  it('asks for names only when someone wants them', async () => {
    const api = new FixtureApi(nineMonthsIn);
    const getDevelopers = jest.spyOn(api.answers, 'GET /developers');
    renderWithApi(<IncludedUsersSections />, api);
    await screen.findByRole('button', { name: 'Show names' });
    expect(getDevelopers.mock.calls.map(([{ query }]) => query)).toEqual([
      undefined,
    ]);

    await showNames();

    expect(await screen.findByText('user:default/ada')).toBeInTheDocument();
    expect(screen.getByText('Included as a developer: 2')).toBeInTheDocument();
    expect(screen.getByText('Excluded by name: 1')).toBeInTheDocument();
    expect(getDevelopers).toHaveBeenLastCalledWith(
      expect.objectContaining({ query: { names: true } }),
    );
  });

  it('says who may see names, to those who may not', async () => {
    const api = new FixtureApi(nineMonthsIn);
    const getDevelopers = api.answers['GET /developers'];
    api.answers['GET /developers'] = async request =>
      request.query?.names
        ? Promise.reject(responseError(403, 'Unauthorized'))
        : getDevelopers(request);
    renderWithApi(<IncludedUsersSections />, api);

    await showNames();

    expect(await screen.findByText(/You cannot see names/)).toHaveTextContent(
      'adoption-metrics.people.manage',
    );
    expect(
      screen.getByText('302 of 312 catalog users included.'),
    ).toBeInTheDocument();
  });

  it.each<[string, Partial<DeveloperPreview>, RegExp]>([
    [
      'a configured head count',
      { headCount: 450 },
      /A configured head count of 450 replaces them/,
    ],
    [
      'a catalog without users',
      { users: 0, developers: 0 },
      /no one can be counted as a developer/,
    ],
    ['a first reading that is missing', { guard: null }, /not been read/],
    [
      'a sudden fall',
      { guard: { held: true, rekeyed: false, joined: 0, departed: 90 } },
      /until the drop is confirmed/,
    ],
    [
      'identities under other names',
      { guard: { held: false, rekeyed: true, joined: 40, departed: 40 } },
      /may have been renamed/,
    ],
    ['a catalog without teams', { teams: [] }, /no groups with developers/],
    ['many who opted out', { optedOut: 12 }, /^12 of them have opted out/],
    [
      'no exclusion',
      { exclusions: [{ reason: 'filter', users: 0 }] },
      /No catalog users are excluded/,
    ],
  ])('speaks of %s', async (_case, preview, text) => {
    renderWithApi(<IncludedUsersSections />, apiWith(preview));
    expect(await screen.findByText(text)).toBeInTheDocument();
  });

  it('says whom to ask where the permission is missing', async () => {
    const api = new FixtureApi(nineMonthsIn);
    api.answers['GET /developers'] = () =>
      Promise.reject(responseError(403, 'no'));
    renderWithApi(<IncludedUsersSections />, api);
    expect(
      await screen.findByText(/Ask your portal administrators/),
    ).toBeInTheDocument();
  });
});
