import {
  createExtensionTester,
  withLogCollector,
} from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { allMet, FixtureApi } from './__fixtures__';
import { openApp } from './__testUtils__/openApp';
import { HomePageWidgetBlueprint } from './alpha';
import { ScorecardFrame } from './card/ScorecardFrame';
import { scorecardWidget } from './card/homePageWidget';
import plugin from '.';

describe('plugin', () => {
  it('is the default export under the id that the backend has', () => {
    expect(plugin.$$type).toBe('@backstage/FrontendPlugin');
    expect(plugin.pluginId).toBe('adoption-metrics');
  });

  it('offers the widget under the name that saved layouts hold', () => {
    const widget = createExtensionTester(scorecardWidget).get(
      HomePageWidgetBlueprint.dataRefs.widget,
    );
    expect(widget).toMatchObject({
      name: 'AdoptionScorecard',
      title: 'Adoption scorecard',
      layout: {
        width: { defaultColumns: 12 },
        height: { defaultRows: 8 },
      },
    });
    expect(widget.component.props.Renderer).toBe(ScorecardFrame);
  });

  it.each([
    'page:adoption-metrics',
    'sub-page:adoption-metrics/overview',
    'sub-page:adoption-metrics/active-users',
    'sub-page:adoption-metrics/page-load',
    'sub-page:adoption-metrics/uptime',
    'sub-page:adoption-metrics/catalog',
    'sub-page:adoption-metrics/deadline',
    'sub-page:adoption-metrics/decision',
    'sub-page:adoption-metrics/alerts',
    'sub-page:adoption-metrics/settings',
    'page:adoption-metrics/report',
    'page:adoption-metrics/me',
    'sub-page:adoption-metrics/user-settings',
    'home-page-widget:adoption-metrics/scorecard',
    'entity-card:adoption-metrics/staleness',
    'api:adoption-metrics/client',
  ])('has the extension %s', id => {
    expect(plugin.getExtension(id as 'page:adoption-metrics')).toBeDefined();
  });

  it('leads from /adoption to the overview, with a tab for each part', async () => {
    const development = jest.replaceProperty(
      process.env,
      'NODE_ENV',
      'development',
    );
    // The shell's own style sheets and tabs warn in jsdom.
    const { warn } = await withLogCollector(['warn'], async () => {
      openApp('/adoption', new FixtureApi(allMet));
      await screen.findByRole('heading', { name: /^All 4 targets are met/ });
      expect(await screen.findAllByText('on target')).toHaveLength(4);
    });
    development.restore();
    // Since 1.57 Backstage warns of what asks React Router, which is going away;
    // a link that is relative to its page does so unnoticed.
    expect(warn.filter(text => text.includes('React Router'))).toEqual([]);

    expect(screen.getAllByRole('tab').map(tab => tab.textContent)).toEqual([
      'Overview',
      'Active users',
      'Page load',
      'Uptime',
      'Catalog',
      'Deadline',
      'Decision',
      'Alerts and reports',
      'Settings',
    ]);
  });

  // The app's own style sheets and tabs warn in jsdom.
  const open = (path: string, text: string | RegExp, pagePath?: string) =>
    withLogCollector(['warn'], async () => {
      openApp(
        path,
        new FixtureApi(allMet),
        undefined,
        'en',
        pagePath === undefined
          ? []
          : [{ 'page:adoption-metrics': { config: { path: pagePath } } }],
      );
      await screen.findAllByText(text);
    });

  it.each([
    ['/adoption/nothing-here', '/adoption/nothing-here', /not found/i],
    ['/adoption/stale-entities', '/adoption/catalog', 'Entities to fix'],
    ['/adoption/diagnostics', '/adoption/settings', 'Data health'],
  ])('does not leave %s blank', async (path, shown, text) => {
    await open(path, text);
    expect(window.location.pathname).toBe(shown);
  });

  it.each([
    ['/scorecard/me', 'What is stored about you'],
    ['/scorecard/report', 'A month or a quarter on two pages, for leadership'],
  ])('has %s where the page is', async (path, text) => {
    await open(path, text, '/scorecard/');
    expect(window.location.pathname).toBe(path);
  });
});
