import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { detailOf, FixtureApi, nineMonthsIn } from '../../__fixtures__';
import {
  brokenRules,
  renderWithApi,
  responseError,
} from '../../__testUtils__/renderWithApi';
import { entityFile } from './entityFile';
import {
  catalogOwners,
  staleEntitiesFor,
} from '../../__fixtures__/staleEntities';
import { StaleEntitySections } from './StaleEntitySections';

const sections = (
  <StaleEntitySections detail={detailOf(nineMonthsIn, 'stale-entities')} />
);

async function namesIn(name: string): Promise<string[]> {
  const table = within(await screen.findByRole('table', { name }));
  return table
    .getAllByRole('rowheader')
    .map(({ textContent }) => textContent ?? '');
}

describe('StaleEntitySections', () => {
  let api: FixtureApi;

  beforeEach(() => {
    api = new FixtureApi(nineMonthsIn);
  });

  it('says of each entity what is wrong, since when, and what to do', async () => {
    renderWithApi(sections, api);
    const table = within(
      await screen.findByRole('table', {
        name: 'Entities to fix, longest stale first',
      }),
    );
    const [, first] = table.getAllByRole('row');
    expect(first).toHaveTextContent(
      'ledgercomponentpaymentsgroupOct 2, 2026Its source cannot be read: url:https://example.com/a.yamlRestore the file or access to it, or unregister the location.',
    );
    expect(table.getAllByRole('row')).toHaveLength(4);
  });

  it('narrows down to what belongs to the person and to a reason', async () => {
    renderWithApi(sections, api);
    await screen.findByRole('table', {
      name: 'Entities to fix, longest stale first',
    });

    await userEvent.click(
      screen.getByRole('radio', { name: "Mine and my teams'" }),
    );
    await waitFor(async () =>
      expect(await namesIn('Entities to fix, longest stale first')).toEqual([
        'ledgercomponent',
      ]),
    );

    await userEvent.click(screen.getByRole('button', { name: /Reason/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Owner not found' }),
    );
    expect(
      await screen.findByText('No stale entity matches these filters.'),
    ).toBeVisible();
  });

  it('shows exempted entities as such', async () => {
    renderWithApi(sections, api);
    await screen.findByRole('table', {
      name: 'Entities to fix, longest stale first',
    });
    await userEvent.click(screen.getByRole('radio', { name: 'Exempt' }));
    expect(
      await screen.findByText('Exempt through Jan 31, 2027: is being sold'),
    ).toBeVisible();
  });

  it('names entities that could not be judged, and why', async () => {
    const key = 'GET /catalog/stale-entities';
    const list = api.answers[key];
    const reason = "rule 'labels' failed: labels is undefined";
    api.answers[key] = async given => ({
      ...(await list(given)),
      unjudged: [{ entityRef: 'component:default/odd', reason }],
    });
    renderWithApi(sections, api);
    expect(
      await screen.findByText('The last scan could not fully check:'),
    ).toBeVisible();
    expect(screen.getByText(reason)).toBeVisible();
  });

  it('fetches more when asked, and says when that fails', async () => {
    const key = 'GET /catalog/stale-entities';
    const list = api.answers[key];
    let failing = true;
    api.answers[key] = ({ query }) =>
      failing && query?.cursor
        ? Promise.reject(responseError(503, 'The database is gone'))
        : list({ query: { ...query, limit: 2 } });
    renderWithApi(sections, api);
    const button = await screen.findByRole('button', { name: 'Show more' });

    await userEvent.click(button);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'More entities could not be loaded: The database is gone',
    );
    failing = false;
    await userEvent.click(button);

    await waitFor(async () =>
      expect(
        await namesIn('Entities to fix, longest stale first'),
      ).toHaveLength(3),
    );
    expect(
      screen.queryByRole('button', { name: 'Show more' }),
    ).not.toBeInTheDocument();
  });

  it('shows how far the target is, and whose entities changed how', async () => {
    renderWithApi(sections, api);
    expect(
      await screen.findByText(
        'Stale entities: 3 of 47. 3 fixes bring the share under 2%.',
      ),
    ).toBeVisible();
    const table = within(
      screen.getByRole('table', { name: 'Stale entities by owner' }),
    );
    expect(table.getAllByRole('row')[1]).toHaveTextContent(
      'paymentsgroup112.5%1−2',
    );
    expect(
      screen.getByText(
        'Owned only by owners you cannot view: 2 stale entities.',
      ),
    ).toBeVisible();
  });

  it('shows every owner of an entity, and who is not in the catalog', async () => {
    const [payments] = catalogOwners.owners;
    const left = {
      ...payments,
      ownerRef: 'group:default/left',
      inCatalog: false,
    };
    api.answers['GET /catalog/owners'] = async () => ({
      ...catalogOwners,
      owners: [payments, left],
      withoutOwner: 1,
    });
    const [ledger] = staleEntitiesFor({}).entities;
    api.answers['GET /catalog/stale-entities'] = async () => ({
      ...staleEntitiesFor({}),
      entities: [
        {
          ...ledger,
          ownerRefs: [payments.ownerRef, left.ownerRef],
          missingOwnerRefs: [left.ownerRef],
        },
        { ...ledger, entityRef: 'component:default/lost', ownerRefs: [] },
      ],
    });
    renderWithApi(sections, api);
    const entities = within(
      await screen.findByRole('table', {
        name: 'Entities to fix, longest stale first',
      }),
    );
    const [, first, second] = entities.getAllByRole('row');
    expect(first).toHaveTextContent(/paymentsgroupleftgroupnot in the catalog/);
    expect(second).toHaveTextContent(/lostcomponentNo owner/);
    const owners = within(
      await screen.findByRole('table', { name: 'Stale entities by owner' }),
    );
    expect(owners.getAllByRole('row')[2]).toHaveTextContent(
      /^leftgroupnot in the catalog1/,
    );
    expect(screen.getByText(/counts for each of them, so/)).toBeVisible();
    expect(screen.getByText('No owner: 1 stale entity.')).toBeVisible();
  });

  it('is narrowed to an owner, which the address keeps, until that is cleared', async () => {
    const getList = jest.spyOn(api.answers, 'GET /catalog/stale-entities');
    renderWithApi(sections, api);
    const owners = within(
      await screen.findByRole('table', { name: 'Stale entities by owner' }),
    );
    await userEvent.click(owners.getByRole('button', { name: 'payments' }));
    const chip = await screen.findByRole('button', {
      name: 'Owner: payments (clear the filter)',
    });
    expect(getList.mock.lastCall![0].query).toMatchObject({
      owner: 'group:default/payments',
    });
    await userEvent.click(chip);
    await waitFor(() =>
      expect(getList.mock.lastCall![0].query).not.toHaveProperty('owner'),
    );
  });

  it('is narrowed to a reason by its breakdown', async () => {
    const getList = jest.spyOn(api.answers, 'GET /catalog/stale-entities');
    renderWithApi(sections, api);
    const reasons = within(
      await screen.findByRole('table', { name: 'Stale entities by reason' }),
    );
    await userEvent.click(
      reasons.getByRole('button', { name: 'Source error' }),
    );
    expect(
      await screen.findByRole('button', { name: /^Reason: Source error/ }),
    ).toBeVisible();
    expect(getList.mock.lastCall![0].query).toMatchObject({
      reason: 'source-error',
    });
  });

  it.each([
    '?owner=%2F&reason=ugly&show=none',
    '?owner=group:default/a b&kind=9',
  ])('ignores what makes no sense in the address: %s', async address => {
    renderWithApi(sections, api, [], address);
    await screen.findByRole('table', {
      name: 'Entities to fix, longest stale first',
    });
    expect(screen.queryByRole('button', { name: /clear the/ })).toBeNull();
    expect(screen.getByRole('radio', { name: 'All' })).toBeChecked();
  });

  it('leads to no page of an owner that is not in the catalog', async () => {
    const [ledger] = staleEntitiesFor({}).entities;
    const ownerRef = 'group:default/left';
    api.answers['GET /catalog/stale-entities'] = async () => ({
      ...staleEntitiesFor({}),
      entities: [
        { ...ledger, ownerRefs: [ownerRef], missingOwnerRefs: [ownerRef] },
      ],
    });
    renderWithApi(sections, api);
    expect(await screen.findByText('left')).toBeVisible();
    expect(screen.queryByRole('link', { name: 'left' })).toBeNull();
  });

  it('shows whose ten repairs would do the most', async () => {
    const [payments] = catalogOwners.owners;
    const search = { ...payments, ownerRef: 'group:default/search' };
    const owners = [payments, { ...search, stale: 40, curedByTen: 31 }];
    api.answers['GET /catalog/owners'] = async () => ({
      ...catalogOwners,
      owners,
    });
    renderWithApi(sections, api);
    expect(
      await screen.findByText(
        /Ten fixes go furthest at search, resolving 31 entities\.$/,
      ),
    ).toBeVisible();
  });

  it('shows whether staleness rises while use falls', async () => {
    renderWithApi(sections, api);
    const section = await screen.findByRole('region', {
      name: 'Staleness vs. usage',
    });
    expect(
      await within(section).findByText(/^One of two signs in the last 8/),
    ).toBeVisible();
    const [rising, other] = within(section).getAllByRole('listitem');
    expect(rising).toHaveTextContent(
      /^warning sign Stale entities went from 4.3%/,
    );
    expect(other).toHaveTextContent(
      /^no warning sign Active users went from 10%/,
    );
  });

  it('breaks no rule of accessibility', async () => {
    const { container } = renderWithApi(sections, api);
    await screen.findByRole('table', {
      name: 'Entities to fix, longest stale first',
    });
    await screen.findByRole('table', { name: 'Stale entities by owner' });
    expect(await brokenRules(container)).toEqual([]);
  });
});

describe('entityFile', () => {
  it('holds every entity that was asked for, however many pages that takes', async () => {
    const api = new FixtureApi(nineMonthsIn);
    const key = 'GET /catalog/stale-entities';
    const list = api.answers[key];
    const spy = jest
      .spyOn(api.answers, key)
      .mockImplementation(({ query }) =>
        list({ query: { ...query, limit: 1 } }),
      );
    const file = entityFile(api, { reason: 'owner-unknown' });
    const lines = (await (await file.load()).text()).trim().split('\r\n');
    expect(lines.map(line => line.split(',')[0])).toEqual([
      'entityRef',
      'component:default/return-service',
      'component:default/returns-api',
    ]);
    expect(file.name).toBe('stale-entities');
    expect(spy).toHaveBeenCalledTimes(2);
  });
});
