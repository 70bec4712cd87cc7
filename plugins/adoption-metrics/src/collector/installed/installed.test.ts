import type { AppTreeApi } from '@backstage/frontend-plugin-api';
import type { CollectedEvent } from 'backstage-plugin-adoption-metrics-common';
import { SafeStorage } from '../delivery/storage';
import { installedPlugins, type InstalledPlugin } from './installedPlugins';
import { reportInstalled } from './reportInstalled';

function treeOf(...nodes: Array<[id: string, pluginId: string, on?: boolean]>) {
  const tree = {
    nodes: new Map(
      nodes.map(([id, pluginId, on = true]) => [
        id,
        { spec: { id, plugin: { pluginId } }, instance: on ? {} : undefined },
      ]),
    ),
  };
  return { getTree: () => ({ tree }) } as unknown as AppTreeApi;
}

describe('installedPlugins', () => {
  it('are those with a page, a tab, an entry in the navigation, or a card', () => {
    expect(
      installedPlugins(
        treeOf(
          ['entity-card:kubernetes/pods', 'kubernetes'],
          ['entity-content:kubernetes', 'kubernetes'],
          ['page:catalog', 'catalog'],
          ['nav-item:docs', 'techdocs'],
          ['home-page-widget:weather', 'weather'],
          ['api:internals', 'internals'],
          ['theme:app/dark', 'app'],
        ),
      ),
    ).toEqual([
      { id: 'catalog', surface: 'page' },
      { id: 'kubernetes', surface: 'page' },
      { id: 'techdocs', surface: 'page' },
      { id: 'weather', surface: 'card' },
    ]);
  });

  it('leaves out what is switched off, and names that are no ids', () => {
    expect(
      installedPlugins(
        treeOf(['page:off', 'off', false], ['page:odd', 'Our portal!']),
      ),
    ).toEqual([]);
  });

  it('never names more than the backend takes', () => {
    const many = Array.from({ length: 300 }, (_, i): [string, string] => [
      `page:p${i}`,
      `p${i}`,
    ]);
    expect(installedPlugins(treeOf(...many))).toHaveLength(200);
  });
});

describe('reportInstalled', () => {
  const DAY = 24 * 3_600_000;
  const kubernetes: InstalledPlugin = { id: 'kubernetes', surface: 'page' };
  const badges: InstalledPlugin = { id: 'badges', surface: 'card' };

  function setUp() {
    const recorded: CollectedEvent[] = [];
    const storage = new SafeStorage(undefined);
    const begin = Date.parse('2026-03-02T09:00:00Z');
    const visit = (day: number, plugins: InstalledPlugin[], person = 'ada') =>
      reportInstalled({
        holdings: {
          storage,
          identities: { ofDocument: async () => person } as any,
        },
        installedPlugins: () => plugins,
        record: event => recorded.push(event),
        now: () => begin + day * DAY,
      });
    return { recorded, visit };
  }

  it('reports ids and surfaces and nothing else', async () => {
    const { recorded, visit } = setUp();
    await visit(0, [kubernetes, badges]);
    expect(recorded).toEqual([
      {
        type: 'installed-plugins',
        at: '2026-03-02T09:00:00.000Z',
        plugins: [kubernetes, badges],
      },
    ]);
  });

  it('reports at most once a day, and the same once a week', async () => {
    const { recorded, visit } = setUp();
    await visit(0, [kubernetes]);
    await visit(0.5, [kubernetes, badges]);
    expect(recorded).toHaveLength(1);
    await visit(1, [kubernetes, badges]);
    await visit(2, [kubernetes, badges]);
    await visit(7.9, [kubernetes, badges]);
    expect(recorded).toHaveLength(2);
    await visit(8, [kubernetes, badges]);
    expect(recorded).toHaveLength(3);
  });

  it('reports for each person who uses the browser', async () => {
    const { recorded, visit } = setUp();
    await visit(0, [kubernetes], 'ada');
    await visit(0, [kubernetes], 'bob');
    expect(recorded).toHaveLength(2);
  });

  it('says nothing of an app that does not say what it has', async () => {
    const { recorded, visit } = setUp();
    await visit(0, []);
    expect(recorded).toEqual([]);
  });
});
