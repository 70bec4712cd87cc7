import { waitFor } from '@testing-library/react';
import type { Observation } from './observations';
import { watchHistory } from './watchHistory';
import { watchMutations } from './watchMutations';
import { TICK_MS } from './Settling';
import { watchTime } from './watchTime';
import { watchVisibility } from './watchVisibility';

let seen: Observation[];
let observe: (observation: Observation) => void;
const types = () => seen.map(({ type }) => type);

// What earlier tests watch must not be seen by later ones.
beforeEach(() => {
  const own: Observation[] = [];
  seen = own;
  observe = observation => {
    own.push(observation);
  };
});

describe('watchHistory', () => {
  afterEach(() => {
    // Own properties are the watched methods; the prototype has the others.
    Reflect.deleteProperty(window.history, 'pushState');
    Reflect.deleteProperty(window.history, 'replaceState');
  });

  it('reports changes of the path, not of query or fragment', async () => {
    window.history.replaceState({}, '', '/');
    watchHistory(window, observe);
    window.history.pushState({}, '', '/catalog');
    window.history.replaceState({}, '', '/catalog?kind=api#top');
    expect(seen).toMatchObject([
      { type: 'navigation', isTraversal: false, path: '/catalog' },
    ]);
  });

  it('reports when the person goes back', async () => {
    window.history.pushState({}, '', '/one');
    window.history.pushState({}, '', '/two');
    watchHistory(window, observe);
    const traversed = new Promise(resolve =>
      window.addEventListener('popstate', resolve, { once: true }),
    );
    window.history.back();
    await traversed;
    expect(seen).toMatchObject([{ type: 'navigation', isTraversal: true }]);
  });

  it('uses the Navigation API where there is one', () => {
    const navigation = new EventTarget();
    const page = {
      location: { pathname: '/one' },
      performance,
      navigation,
      history: window.history,
    };
    const { pushState } = window.history;
    watchHistory(page as unknown as Window, observe);
    expect(window.history.pushState).toBe(pushState);
    page.location.pathname = '/two';
    navigation.dispatchEvent(
      Object.assign(new Event('currententrychange'), {
        navigationType: 'traverse',
      }),
    );
    expect(seen).toMatchObject([{ type: 'navigation', isTraversal: true }]);
  });
});

describe('watchVisibility', () => {
  let visibilityState: string;
  let entries: Array<{ name: string; startTime: number }>;

  beforeEach(() => {
    visibilityState = 'visible';
    entries = [];
    jest
      .spyOn(document, 'visibilityState', 'get')
      .mockImplementation(() => visibilityState as DocumentVisibilityState);
    Object.assign(performance, {
      getEntriesByType: (type: string) =>
        type === 'visibility-state' ? entries : [],
    });
  });

  afterEach(() => jest.restoreAllMocks());

  it('reports when the document is hidden and shown again', () => {
    watchVisibility(window, observe);
    visibilityState = 'hidden';
    document.dispatchEvent(new Event('visibilitychange'));
    visibilityState = 'visible';
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    expect(types()).toEqual(['visible', 'hidden', 'visible']);
  });

  it('reports that the document was hidden before anyone watched', () => {
    entries = [
      { name: 'hidden', startTime: 0 },
      { name: 'visible', startTime: 90 },
    ];
    watchVisibility(window, observe);
    expect(types()).toEqual(['hidden', 'visible']);
  });

  it('reports when the document goes away and is brought back', () => {
    watchVisibility(window, observe);
    window.dispatchEvent(new Event('pagehide'));
    window.dispatchEvent(
      Object.assign(new Event('pageshow'), { persisted: true }),
    );
    expect(types()).toEqual(['visible', 'hidden', 'restored', 'visible']);
  });
});

describe('watchMutations', () => {
  // Frames of a busy machine come late; a wait of fixed length can miss them.
  const painted = () => waitFor(() => expect(types()).toContain('paint'));
  // What is watched beside it has seen the change once this one has.
  const mutated = (change: () => void) =>
    new Promise<void>(resolve => {
      const watcher = new MutationObserver(() => {
        watcher.disconnect();
        resolve();
      });
      watcher.observe(document, {
        attributes: true,
        childList: true,
        subtree: true,
      });
      change();
    });

  it('reports changes of content and their paint, not of attributes', async () => {
    const stop = watchMutations(window, observe);
    document.body.append('text');
    await painted();
    expect(types()).toEqual(['mutation', 'paint']);
    await mutated(() => document.body.setAttribute('class', 'hovered'));
    stop();
    await mutated(() => document.body.append('more'));
    expect(types()).toEqual(['mutation', 'paint']);
  });

  it('reports when parts of the app are being loaded', async () => {
    const stop = watchMutations(window, observe);
    const script = document.createElement('script');
    script.src = 'https://portal.example.com/static/part.js';
    document.head.append(script);
    await painted();
    expect(types()).toEqual(['mutation', 'request-start', 'paint']);
    script.dispatchEvent(new Event('load'));
    expect(types().at(-1)).toBe('request-end');
    stop();
  });
});

describe('watchTime', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('ticks four times a second until stopped', () => {
    const stop = watchTime(window, observe);
    jest.advanceTimersByTime(1_000);
    stop();
    jest.advanceTimersByTime(1_000);
    expect(types()).toEqual(Array(4).fill('tick'));
  });

  it('reports that the machine slept, from the wall clock', () => {
    const stop = watchTime(window, observe);
    jest.advanceTimersByTime(TICK_MS);
    jest.setSystemTime(Date.now() + 3_600_000);
    jest.advanceTimersByTime(2 * TICK_MS);
    stop();
    expect(types()).toEqual(['tick', 'sleep', 'tick']);
  });

  it('reports that the machine slept, from the gap', () => {
    const stop = watchTime(window, observe);
    const wake = performance.now() + 60_000;
    jest.spyOn(performance, 'now').mockReturnValueOnce(wake);
    jest.setSystemTime(Date.now() + 60_000);
    jest.advanceTimersByTime(TICK_MS);
    stop();
    expect(types()).toEqual(['sleep']);
  });
});
