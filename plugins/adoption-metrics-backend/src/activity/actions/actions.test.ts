import { InteractionEvent } from 'backstage-plugin-adoption-metrics-common';
import {
  batchOf,
  DAY_0,
  instantOn,
  setUpIngest,
  testedDatabases,
} from '../__testUtils__/ingest';
import { actionCounter } from './ActionStore';
import { kindsOf } from './kindsOf';

const event = (
  pluginId: string,
  action: string,
  more: Partial<InteractionEvent> = {},
): InteractionEvent => ({
  type: 'interaction',
  at: new Date(instantOn(0)).toISOString(),
  pluginId,
  action,
  ...more,
});

describe('kindsOf', () => {
  it.each([
    [event('scaffolder', 'create'), ['template-run']],
    [event('statuspage', 'create'), []],
    [event('scaffolder', 'click'), []],
    [
      event('techdocs', 'navigate', { extensionId: 'page:techdocs/reader' }),
      ['document-read'],
    ],
    [
      event('techdocs', 'navigate', {
        extensionId: 'page:techdocs/reader-page',
      }),
      ['document-read'],
    ],
    [
      event('techdocs', 'navigate', {
        extensionId: 'page:techdocs/catalog-reader-view',
      }),
      ['document-read'],
    ],
    [
      event('techdocs', 'navigate', { extensionId: 'entity-content:techdocs' }),
      ['document-read'],
    ],
    [event('techdocs', 'navigate', { extensionId: 'page:techdocs' }), []],
    [event('techdocs', 'navigate'), []],
    [event('search', 'search'), ['search']],
    [event('app', 'search', { foundNothing: false }), ['search']],
    [
      event('search', 'search', { foundNothing: true }),
      ['search', 'search-without-result'],
    ],
    [event('catalog', 'navigate', { foundNothing: true }), []],
  ])('%j', (given, kinds) => {
    expect(kindsOf(given)).toEqual(kinds);
  });
});

describe.each(testedDatabases())('counting actions, %p', engine => {
  it('adds up uses, and notes each person once a day', async () => {
    const { knex, committer } = await setUpIngest(engine, [actionCounter]);
    const run = event('scaffolder', 'create');
    const lost = event('search', 'search', { foundNothing: true });
    await committer.commit([
      batchOf('ada', [run, run, event('catalog', 'click')]),
      batchOf('bob', [run, lost]),
    ]);
    const counts = await knex('action_kind_counts').orderBy('kind');
    expect(counts.map(({ day, kind, n }) => [day, kind, Number(n)])).toEqual([
      [DAY_0, 'search', 1],
      [DAY_0, 'search-without-result', 1],
      [DAY_0, 'template-run', 3],
    ]);
    expect(await knex('person_action_days')).toHaveLength(4);
  });
});
