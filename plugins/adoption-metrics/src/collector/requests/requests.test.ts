import type { Observation } from '../pageLoad/observations';
import { BodyEnds } from './BodyEnds';
import { RequestWatch } from './RequestWatch';
import { watchRequests } from '.';
import { watchedFetch } from './watchFetch';

type Entry = Pick<PerformanceEntry, 'name' | 'startTime' | 'duration'>;

/** Resource timing as the browser delivers it. */
class FakePerformanceObserver {
  static supportedEntryTypes = ['resource'];
  static deliver: (entry: Entry) => void = () => {};

  constructor(listener: (list: { getEntries(): Entry[] }) => void) {
    FakePerformanceObserver.deliver = entry =>
      listener({ getEntries: () => [entry] });
  }

  observe() {}
}

const URL_ONE = 'https://portal.example.com/api/one';
const answered = (type = 'application/json') =>
  ({ headers: new Headers({ 'Content-Type': type }) } as Response);

describe('watched requests', () => {
  let seen: Observation[];
  let watch: RequestWatch;

  beforeEach(() => {
    jest.useFakeTimers();
    Object.assign(globalThis, { PerformanceObserver: FakePerformanceObserver });
    watch = new RequestWatch(new BodyEnds());
    seen = [];
    watch.log.connect(observation => seen.push(observation));
  });

  afterEach(() => {
    jest.useRealTimers();
    Reflect.deleteProperty(globalThis, 'PerformanceObserver');
  });

  const starts = () => seen.filter(({ type }) => type === 'request-start');
  const ends = () => seen.filter(({ type }) => type === 'request-end');
  const streams = () => seen.filter(({ type }) => type === 'stream');
  const pass = (milliseconds: number) =>
    jest.advanceTimersByTimeAsync(milliseconds);

  it('begin before the browser is asked', async () => {
    const original = jest.fn(() => {
      jest.advanceTimersByTime(16);
      return Promise.resolve(answered());
    });
    const before = performance.now();
    await watchedFetch(original, watch)(URL_ONE);
    expect(starts()).toMatchObject([{ at: before }]);
  });

  function fetchAnswering(response: Promise<Response>) {
    const original = jest.fn(() => response);
    return { original, fetch: watchedFetch(original, watch) };
  }

  it('begin with the call and end with the body', async () => {
    const { fetch } = fetchAnswering(Promise.resolve(answered()));
    await fetch(URL_ONE);
    await pass(700);
    expect(starts()).toMatchObject([{ address: `GET ${URL_ONE}` }]);
    expect(ends()).toEqual([]);
    const startTime = starts()[0].at + 1;
    FakePerformanceObserver.deliver({
      name: URL_ONE,
      startTime,
      duration: 640,
    });
    expect(ends()).toMatchObject([{ at: startTime + 640 }]);
  });

  it('end with the body where its timing is reported first', async () => {
    const { fetch } = fetchAnswering(Promise.resolve(answered()));
    const answer = fetch(URL_ONE);
    const startTime = starts()[0].at;
    FakePerformanceObserver.deliver({ name: URL_ONE, startTime, duration: 9 });
    await answer;
    expect(ends()).toMatchObject([{ at: startTime + 9 }]);
  });

  it('are not ended by an older request to the same address', async () => {
    await pass(1_000);
    const { fetch } = fetchAnswering(Promise.resolve(answered()));
    await fetch(URL_ONE);
    const startTime = starts()[0].at - 500;
    FakePerformanceObserver.deliver({ name: URL_ONE, startTime, duration: 9 });
    expect(ends()).toEqual([]);
  });

  it('are streams where the headers say so', async () => {
    const stream = answered('text/event-stream; charset=utf-8');
    const { fetch } = fetchAnswering(Promise.resolve(stream));
    await fetch(URL_ONE);
    expect(streams()).toMatchObject([{ at: performance.now() }]);
  });

  it('are streams where the body does not end', async () => {
    const { fetch } = fetchAnswering(Promise.resolve(answered('text/plain')));
    await fetch(URL_ONE);
    const answeredAt = performance.now();
    await pass(9_999);
    expect(streams()).toEqual([]);
    await pass(1);
    expect(streams()).toMatchObject([{ at: answeredAt }]);
  });

  it('end when they fail', async () => {
    const failure = new TypeError('Failed to fetch');
    const { fetch } = fetchAnswering(Promise.reject(failure));
    await expect(fetch(URL_ONE)).rejects.toBe(failure);
    expect(ends()).toHaveLength(1);
  });

  it('are passed on untouched', async () => {
    const response = answered();
    const { original, fetch } = fetchAnswering(Promise.resolve(response));
    const init = { method: 'post' };
    expect(await fetch(URL_ONE, init)).toBe(response);
    expect(original).toHaveBeenCalledWith(URL_ONE, init);
    expect(starts()).toMatchObject([{ address: `POST ${URL_ONE}` }]);
  });

  it('are passed on when they cannot be described', async () => {
    const { original, fetch } = fetchAnswering(Promise.resolve(answered()));
    await fetch('https://[');
    expect(original).toHaveBeenCalledTimes(1);
    expect(starts()).toEqual([]);
  });

  it.each([
    'https://portal.example.com/api/adoption-metrics/v1/events',
    'data:text/plain,hello',
  ])('leave out %s', async url => {
    const { fetch } = fetchAnswering(Promise.resolve(answered()));
    await fetch(url);
    expect(seen).toEqual([]);
  });

  it('report nothing any more once closed', async () => {
    watch.log.close();
    const { fetch } = fetchAnswering(Promise.resolve(answered()));
    await fetch(URL_ONE);
    expect(seen).toEqual([]);
  });

  it('to plugins end with the answer of their backend', async () => {
    const url = 'http://localhost:7007/api/catalog/entities';
    const response = { ...answered(), url } as Response;
    const { fetch } = fetchAnswering(Promise.resolve(response));
    await fetch('plugin://catalog/entities');
    const startTime = starts()[0].at + 2;
    expect(starts()).toMatchObject([
      { address: 'GET plugin://catalog/entities' },
    ]);
    FakePerformanceObserver.deliver({ name: url, startTime, duration: 30 });
    expect(ends()).toMatchObject([{ at: startTime + 30 }]);
  });

  it('that were answered without a server end at once', async () => {
    const response = { ...answered(), url: '' } as Response;
    const { fetch } = fetchAnswering(Promise.resolve(response));
    await fetch('plugin://catalog/entities');
    expect(ends()).toHaveLength(1);
  });
});

describe('watchRequests', () => {
  const apiOf = (fetch: jest.Mock) => ({ fetch });

  it('sees the requests of the API, and leaves those of the browser alone', async () => {
    const { fetch: browserFetch } = globalThis;
    const { open, send } = XMLHttpRequest.prototype;
    const original = jest.fn(async () => answered());
    const fetchApi = apiOf(original);
    const { log } = watchRequests(fetchApi);
    const seen: Observation[] = [];
    log.connect(observation => seen.push(observation));
    await fetchApi.fetch(URL_ONE);
    expect(seen).toMatchObject([
      { type: 'request-start', address: `GET ${URL_ONE}` },
      { type: 'request-end' },
    ]);
    expect(original.mock.contexts).toEqual([fetchApi]);
    expect(globalThis.fetch).toBe(browserFetch);
    expect(XMLHttpRequest.prototype).toMatchObject({ open, send });
  });

  it('is out of sight when a request fails', async () => {
    const fetchApi = {
      fetch: async () => {
        throw new TypeError('Failed to fetch');
      },
    };
    watchRequests(fetchApi);
    const failure: Error = await (fetchApi.fetch as Function)(URL_ONE).catch(
      (error: Error) => error,
    );
    const [, top] = failure.stack!.split('\n');
    expect(top).not.toMatch(/watchFetch/);
  });

  it('lets an API be that cannot be changed', async () => {
    const original = jest.fn(async () => answered());
    const fetchApi = Object.freeze(apiOf(original));
    expect(() => watchRequests(fetchApi)).not.toThrow();
    expect(fetchApi.fetch).toBe(original);
  });
});
