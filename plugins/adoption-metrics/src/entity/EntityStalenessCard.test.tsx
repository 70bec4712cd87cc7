import type { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  EntityProvider,
  type CatalogApi,
} from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { adoptionMetricsApiRef } from '../api';
import { FixtureApi, nineMonthsIn, nothingSeen } from '../__fixtures__';
import { nothingToVerify } from '../__fixtures__/staleEntities';
import { brokenRules, responseError } from '../__testUtils__/renderWithApi';
import { EntityStalenessCard } from './EntityStalenessCard';

function entityNamed(name: string, kind = 'Component'): Entity {
  const annotations = { 'backstage.io/view-url': 'https://example.com/a.yaml' };
  const metadata = { name, namespace: 'default', annotations };
  return { apiVersion: 'backstage.io/v1alpha1', kind, metadata };
}

describe('EntityStalenessCard', () => {
  const refreshEntity = jest.fn();

  function render(entity: Entity, api = new FixtureApi(nineMonthsIn)) {
    const catalog = { refreshEntity } as Partial<CatalogApi> as CatalogApi;
    return renderInTestApp(
      <EntityProvider entity={entity}>
        <EntityStalenessCard />
      </EntityProvider>,
      {
        apis: [
          [adoptionMetricsApiRef, api],
          [catalogApiRef, catalog],
        ],
      },
    );
  }

  beforeEach(() => {
    refreshEntity.mockReset();
  });

  it('says that nothing stale was found, and when', async () => {
    render(entityNamed('shop'));
    expect(await screen.findByText('fresh')).toBeVisible();
    expect(screen.getByText('No problems found.')).toBeVisible();
    expect(screen.getByText(/^as of Nov 23, 2026, /)).toBeVisible();
  });

  it('says why it is stale, since when, and what to do', async () => {
    const { container } = render(entityNamed('returns-api'));
    expect(await screen.findByText('stale')).toBeVisible();
    expect(screen.getByRole('listitem')).toHaveTextContent(
      /^Its owner group:default\/returns is not in the catalog\.Set spec\.owner to .* Stale since Nov 20, 2026\.$/,
    );
    // The reason has said so.
    expect(screen.queryByText(/^Owners not in the catalog/)).toBeNull();
    expect(screen.getByRole('link', { name: 'Source' })).toHaveAttribute(
      'href',
      'https://example.com/a.yaml',
    );
    expect(await brokenRules(container)).toEqual([]);
  });

  it('links to nothing that would run', async () => {
    const entity = entityNamed('returns-api');
    // eslint-disable-next-line no-script-url
    const url = 'javascript:alert(1)';
    entity.metadata.annotations = { 'backstage.io/view-url': url };
    render(entity);
    await screen.findByText('stale');
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  it('has the entity read again', async () => {
    render(entityNamed('returns-api'));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Refresh' }),
    );
    expect(await screen.findByRole('status')).toHaveTextContent(
      'The catalog is reading this entity again',
    );
    expect(refreshEntity).toHaveBeenCalledWith('component:default/returns-api');
  });

  it('says why it cannot be read again', async () => {
    refreshEntity.mockRejectedValue(responseError(403, 'Not yours'));
    render(entityNamed('returns-api'));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Refresh' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /^Could not refresh: .*Not yours/,
    );
  });

  it('shows an exemption as such', async () => {
    render(entityNamed('fax-gateway'));
    expect(await screen.findByText('exempt')).toBeVisible();
    expect(
      screen.getByText('through Jan 31, 2027: is being sold'),
    ).toBeVisible();
    expect(screen.queryByText('stale')).not.toBeInTheDocument();
  });

  it('does not call fresh what nobody judged', async () => {
    render(entityNamed('shop', 'Template'));
    expect(
      await screen.findByText(
        'Entities of kind Template are not checked for staleness.',
      ),
    ).toBeVisible();
    expect(screen.queryByText('fresh')).not.toBeInTheDocument();
  });

  it('does not call fresh what was not scanned yet', async () => {
    render(entityNamed('shop'), new FixtureApi(nothingSeen));
    expect(
      await screen.findByText('The catalog has not been scanned yet.'),
    ).toBeVisible();
    expect(screen.queryByText('fresh')).not.toBeInTheDocument();
  });

  it('does not blame the kind for a catalog that was empty', async () => {
    const api = new FixtureApi(nineMonthsIn);
    const list = await api.request('GET /catalog/stale-entities');
    const empty = { ...list, judgedKinds: [], entities: [] };
    api.answers['GET /catalog/stale-entities'] = async () => empty;
    render(entityNamed('shop'), api);
    expect(
      await screen.findByText('The last scan found no entities to check.'),
    ).toBeVisible();
  });

  it('lets an owner confirm it', async () => {
    const api = new FixtureApi(nineMonthsIn);
    const verify = jest.spyOn(api.answers, 'POST /catalog/verifications');
    render(entityNamed('returns-api'), api);
    expect(
      await screen.findByText('No owner has confirmed this entity yet.'),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Still accurate' }),
    );
    expect(
      await screen.findByText(
        'Confirmed on Nov 23, 2026 by user:default/priya.nair.',
      ),
    ).toBeVisible();
    const entityRef = 'component:default/returns-api';
    expect(verify).toHaveBeenCalledWith({ body: { entityRef } });
  });

  it('says why it could not be confirmed', async () => {
    const api = new FixtureApi(nineMonthsIn);
    api.answers['POST /catalog/verifications'] = () =>
      Promise.reject(responseError(403, 'Not yours'));
    render(entityNamed('returns-api'), api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Still accurate' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /^Could not confirm: .*Not yours/,
    );
  });

  it('shows others who confirmed it, without the button', async () => {
    render(entityNamed('web-api'));
    expect(
      await screen.findByText(/^Confirmed on Nov 23, 2026 by/),
    ).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Still accurate' }),
    ).not.toBeInTheDocument();
  });

  it('speaks of no confirmation where nothing asks for it', async () => {
    const api = new FixtureApi(nineMonthsIn);
    api.answers['GET /catalog/verifications'] = async () => nothingToVerify;
    render(entityNamed('returns-api'), api);
    await screen.findByText('stale');
    expect(screen.queryByText(/[Cc]onfirmed/)).not.toBeInTheDocument();
  });
});
