import type { CollectedEvent } from 'backstage-plugin-adoption-metrics-common';
import { mockApis } from '@backstage/frontend-test-utils';
import { createCollector } from './createCollector';
import type { Engine } from './engine';
import * as engineModule from './engine';
import * as inputsModule from './interactions/inputs';

jest.mock('./engine', () => ({ startEngine: jest.fn() }));
jest.mock('./interactions/inputs', () => ({ watchInputs: jest.fn() }));

const startEngine = jest.mocked(engineModule.startEngine);
const view = (path: string) => ({
  action: 'navigate',
  subject: path,
  context: { pluginId: 'catalog', extensionId: 'page:catalog' },
});

describe('createCollector', () => {
  let recorded: CollectedEvent[];
  let engine: jest.Mocked<Engine>;

  beforeEach(() => {
    jest.useFakeTimers();
    jest.clearAllMocks();
    window.history.replaceState({}, '', '/catalog');
    recorded = [];
    engine = {
      record: jest.fn(event => {
        recorded.push(event);
      }),
      measurePageLoads: jest.fn(),
      setOptedOut: jest.fn(),
    };
    startEngine.mockReturnValue(engine);
  });

  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  function collect(collector: object = {}, automated = false) {
    Object.defineProperty(window.navigator, 'webdriver', {
      value: automated,
      configurable: true,
    });
    return createCollector(
      {
        configApi: mockApis.config({
          data: {
            app: { baseUrl: window.location.origin },
            adoptionMetrics: { collector: { ...collector } },
          },
        }),
        identityApi: mockApis.identity(),
        fetchApi: mockApis.fetch(),
        pageAt: () => undefined,
        installedPlugins: () => [],
      },
      window,
    );
  }

  const idle = () => jest.advanceTimersByTimeAsync(2_000);

  it('loads the heavy part once the page is idle, and loses nothing', async () => {
    const collector = collect();
    collector.captureEvent(view('/catalog'));
    expect(startEngine).not.toHaveBeenCalled();
    await idle();
    expect(startEngine).toHaveBeenCalledTimes(1);
    expect(recorded).toMatchObject([{ pluginId: 'catalog' }]);
  });

  it('counts a view for which the person went back', async () => {
    const collector = collect();
    collector.captureEvent(view('/catalog'));
    collector.captureEvent(view('/docs'));
    await idle();
    expect(recorded).toHaveLength(1);
    // Unlike the page's own methods, the browser's buttons are not watched.
    History.prototype.replaceState.call(window.history, {}, '', '/api-docs');
    window.dispatchEvent(new PopStateEvent('popstate'));
    collector.captureEvent(view('/api-docs'));
    expect(recorded).toHaveLength(2);
  });

  it('measures page loads only where they are wanted', async () => {
    const collector = collect();
    await idle();
    expect(engine.measurePageLoads).not.toHaveBeenCalled();
    collector.measurePageLoads();
    expect(engine.measurePageLoads).toHaveBeenCalledTimes(1);
  });

  it('measures page loads that were wanted early', async () => {
    collect().measurePageLoads();
    await idle();
    expect(engine.measurePageLoads).toHaveBeenCalledTimes(1);
  });

  it('samples page loads, never interactions', async () => {
    jest.spyOn(Math, 'random').mockReturnValue(0.5);
    const collector = collect({ pageLoadSampling: 0.5 });
    collector.measurePageLoads();
    collector.captureEvent(view('/catalog'));
    await idle();
    expect(engine.measurePageLoads).not.toHaveBeenCalled();
    expect(recorded).toHaveLength(1);
  });

  it.each([
    ['switched off', { enabled: false }, false],
    ['at another origin', { origins: ['https://other.example.com'] }, false],
    ['in an automated browser', {}, true],
  ])('does nothing where %s', async (_, config, automated) => {
    const collector = collect(config, automated);
    collector.captureEvent(view('/catalog'));
    collector.measurePageLoads();
    await idle();
    expect(startEngine).not.toHaveBeenCalled();
  });

  it('works in automated browsers where configured', async () => {
    const collector = collect({ automatedBrowsers: true }, true);
    collector.captureEvent(view('/catalog'));
    await idle();
    expect(recorded).toHaveLength(1);
  });

  it('is off, and says why, where the configuration is wrong', async () => {
    const logged = jest.spyOn(console, 'error').mockImplementation();
    collect({ pageLoadSampling: 7 }).captureEvent(view('/catalog'));
    await idle();
    expect(logged.mock.calls[0][0]).toMatch(
      /adoptionMetrics\.collector\.pageLoadSampling/,
    );
    expect(startEngine).not.toHaveBeenCalled();
  });

  it('does not take the choice of a person for use of the portal', async () => {
    window.history.replaceState({}, '', '/');
    const collector = collect();
    const [[, onInput]] = jest.mocked(inputsModule.watchInputs).mock.calls;
    const enter = () =>
      onInput({
        at: performance.now(),
        isAct: true,
        isOnControl: () => true,
      });
    enter();
    await idle();
    const home = { pluginId: 'home', extensionId: 'page:home' };
    collector.captureEvent({ ...view('/'), context: home });
    expect(recorded).toEqual([]);
    enter();
    expect(recorded).toMatchObject([{ pluginId: 'home' }]);
  });

  it('hands on what the person chose, also early', async () => {
    const collector = collect();
    collector.captureEvent(view('/catalog'));
    collector.setOptedOut(true);
    collector.captureEvent(view('/docs'));
    await idle();
    expect(engine.setOptedOut).toHaveBeenCalledWith(true);
    expect(recorded).toEqual([]);
    collector.setOptedOut(false);
    expect(engine.setOptedOut).toHaveBeenLastCalledWith(false);
  });

  it('loses nothing early of someone who did not opt out', async () => {
    const collector = collect();
    collector.captureEvent(view('/catalog'));
    collector.setOptedOut(false);
    await idle();
    expect(recorded).toHaveLength(1);
  });

  describe('in a document that goes away early', () => {
    const stored = () =>
      Object.entries(localStorage)
        .filter(([key]) => key.startsWith('adoption-metrics.batch.'))
        .flatMap(([, value]) => JSON.parse(value).events);
    const leave = () => window.dispatchEvent(new Event('pagehide'));

    beforeEach(() => localStorage.clear());

    it('leaves what it saw to the next one', async () => {
      const collector = collect();
      collector.measurePageLoads();
      collector.captureEvent(view('/catalog'));
      await jest.advanceTimersByTimeAsync(10);
      leave();
      expect(stored()).toMatchObject([
        { type: 'interaction', pluginId: 'catalog' },
        { type: 'navigation', kind: 'initial' },
        { type: 'page-load-discard', reason: 'hidden' },
      ]);
      await idle();
      expect(recorded).toEqual([]);
    });

    it('keeps no more than the browser has room for', async () => {
      for (let index = 0; index < 50; index += 1) {
        localStorage.setItem(
          `adoption-metrics.batch.${index}`,
          '{"events":[]}',
        );
      }
      collect().captureEvent(view('/catalog'));
      await jest.advanceTimersByTimeAsync(10);
      leave();
      expect(stored()).toEqual([]);
    });

    it('keeps page loads by the same sample', async () => {
      const collector = collect({ pageLoadSampling: 0 });
      collector.measurePageLoads();
      collector.captureEvent(view('/catalog'));
      await jest.advanceTimersByTimeAsync(10);
      leave();
      expect(stored()).toMatchObject([{ type: 'interaction' }]);
    });

    it('keeps nothing of a person who opted out', async () => {
      const collector = collect();
      collector.measurePageLoads();
      collector.captureEvent(view('/catalog'));
      await jest.advanceTimersByTimeAsync(10);
      collector.setOptedOut(true);
      leave();
      expect(stored()).toEqual([]);
    });

    it('keeps nothing once the heavy part is there', async () => {
      collect().measurePageLoads();
      await idle();
      leave();
      expect(stored()).toEqual([]);
    });
  });

  it('does not begin while a document is prerendered', async () => {
    const prerendered = document as { prerendering?: boolean };
    prerendered.prerendering = true;
    collect().captureEvent(view('/catalog'));
    await idle();
    window.dispatchEvent(new Event('pagehide'));
    expect(startEngine).not.toHaveBeenCalled();
    delete prerendered.prerendering;
    document.dispatchEvent(new Event('prerenderingchange'));
    await idle();
    expect(startEngine).toHaveBeenCalledTimes(1);
  });

  it('survives that the heavy part cannot be loaded', async () => {
    startEngine.mockImplementation(() => {
      throw new Error('Loading chunk 7 failed');
    });
    const collector = collect();
    collector.captureEvent(view('/catalog'));
    await idle();
    expect(() => collector.captureEvent(view('/docs'))).not.toThrow();
  });
});
