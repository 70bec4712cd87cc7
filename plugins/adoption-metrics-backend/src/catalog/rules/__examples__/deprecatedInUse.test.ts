import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Entity } from '@backstage/catalog-model';
import {
  startPortal,
  testedDatabases,
  user,
} from '../../../people/__testUtils__/portal';
import module, { deprecatedInUse } from './deprecatedInUse';

function component(name: string, lifecycle: string, users: string[]): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, uid: name },
    spec: { lifecycle, tier: 1 },
    relations: [
      { type: 'ownedBy', targetRef: 'group:default/team' },
      ...users.map(targetRef => ({ type: 'dependencyOf', targetRef })),
    ],
  };
}

const shop = 'component:default/shop';

describe('a rule that a module adds', () => {
  it('says nothing of what is not used, or not deprecated', () => {
    const judge = (entity: Entity) =>
      deprecatedInUse.evaluate({ entity, owners: [] });
    expect(judge(component('a', 'deprecated', []))).toBeUndefined();
    expect(judge(component('a', 'production', [shop]))).toBeUndefined();
  });

  it.each(testedDatabases())('counts like any other, %p', async engine => {
    const portal = await startPortal(engine, {
      entities: [
        component('old', 'deprecated', [shop]),
        component('new', 'production', [shop]),
      ],
      modules: [module],
    });
    await portal.scheduler.triggerTask('catalog-scan');
    const { body } = await portal.get('/catalog/stale-entities', user('ada'));
    expect(body.entities).toMatchObject([
      {
        entityRef: 'component:default/old',
        reasons: [
          {
            reason: 'deprecated-in-use',
            sentence: `It is deprecated, and ${shop} still uses it.`,
          },
        ],
      },
    ]);
    const metric = await portal.get('/metrics/stale-entities', user('ada'));
    expect(metric.text).toContain(
      'or it is deprecated and others still use it',
    );
    await portal.stop();
  });

  it('stands in the documentation as it is here', () => {
    const read = (path: string) =>
      readFileSync(resolve(__dirname, path), 'utf8');
    expect(read('../../../../../../docs/stale-entities.md')).toContain(
      read('deprecatedInUse.ts').trim(),
    );
  });
});
