import {
  change,
  click,
  navigation,
  recordAll,
  recordLoads,
  repeat,
  request,
  withTicks,
} from '../__fixtures__/timeline';
import type { Observation } from './observations';

const session = (at: number): Observation => ({ type: 'session', at });
const largestPaint = (at: number): Observation => ({
  type: 'largest-paint',
  at,
  value: at,
});
const softPaint = (startedAt: number, value: number): Observation => ({
  type: 'soft-paint',
  at: startedAt + value + 10,
  startedAt,
  value,
});
const during = (observations: Observation[], to = 61_000) =>
  withTicks(observations, { from: 0, to });

const lcp = (kind: string, duration: number, routeId = 'page:catalog') => ({
  type: 'page-load',
  kind,
  method: 'lcp',
  routeId,
  duration,
});
const quiet = (kind: string, duration: number) => ({
  ...lcp(kind, duration),
  method: 'quiet',
});
const discard = (kind: string, reason: string) => ({
  type: 'page-load-discard',
  kind,
  reason,
});

describe('the load of a document', () => {
  it('is recorded from its largest paint, although nobody clicks', () => {
    const timeline = [
      session(400),
      ...change(900),
      largestPaint(930),
      ...request(1, { from: 950, to: 4_000 }),
      ...change(4_010),
      largestPaint(4_030),
    ];
    expect(recordLoads(during(timeline))).toEqual([lcp('initial', 4.03)]);
  });

  it('is recorded within seconds of quiet', () => {
    const timeline = [session(400), ...change(900), largestPaint(930)];
    expect(recordLoads(during(timeline, 2_800))).toEqual([]);
    expect(recordLoads(during(timeline, 3_000))).toEqual([
      lcp('initial', 0.93),
    ]);
  });

  it('is recorded at the first input, which ends the search', () => {
    const timeline = [session(400), largestPaint(930), click(1_200)];
    expect(recordLoads(timeline)).toEqual([lcp('initial', 0.93)]);
  });

  it('is of kind sign-in where it falls silent without a session', () => {
    const timeline = [...change(700), largestPaint(720), session(30_000)];
    expect(recordLoads(during(timeline))).toEqual([
      lcp('sign-in', 0.72, 'sign-in-page:app'),
    ]);
  });

  it('is of kind sign-in where a control is used before the session', () => {
    const timeline = [
      largestPaint(720),
      click(1_500),
      session(1_600),
      ...change(1_650),
      largestPaint(1_700),
    ];
    expect(recordLoads(during(timeline))).toEqual([
      lcp('sign-in', 0.72, 'sign-in-page:app'),
    ]);
  });

  it('stays initial where someone clicks on the waiting page', () => {
    const timeline = [
      ...request(1, { from: 300, to: 3_000 }),
      { ...click(1_500), onControl: false } as Observation,
      session(3_050),
      ...change(3_100),
      largestPaint(3_120),
    ];
    expect(recordLoads(during(timeline))).toEqual([lcp('initial', 3.12)]);
  });

  it('waits for the answer that restores the session', () => {
    const timeline = [
      ...change(200),
      ...request(1, { from: 300, to: 5_000 }),
      session(5_010),
      ...change(5_100),
      largestPaint(5_120),
    ];
    expect(recordLoads(during(timeline))).toEqual([lcp('initial', 5.12)]);
  });

  it('waits for a session that comes by requests which nobody sees', () => {
    const timeline = [
      ...change(200),
      largestPaint(210),
      session(8_010),
      ...change(8_100),
      largestPaint(8_120),
    ];
    expect(recordLoads(during(timeline))).toEqual([lcp('initial', 8.12)]);
  });

  it('does not take a splash screen for the page', () => {
    const timeline = [
      largestPaint(200),
      ...request(1, { from: 300, to: 2_000 }),
      session(2_010),
      click(2_020),
      ...change(2_100),
    ];
    expect(recordLoads(during(timeline))).toEqual([quiet('initial', 2.116)]);
  });

  it('keeps the largest paint of a page that never falls silent', () => {
    const timeline = [
      session(400),
      largestPaint(930),
      ...repeat(300, { from: 1_000, to: 61_000 }, change),
    ];
    expect(recordLoads(during(timeline))).toEqual([lcp('initial', 0.93)]);
  });

  it('is measured from when a prerendered document was shown', () => {
    const timeline = [
      session(50_400),
      ...change(50_600),
      { type: 'largest-paint', at: 50_620, value: 620 } as Observation,
    ];
    const ticking = withTicks(timeline, { from: 50_000, to: 54_000 });
    expect(recordLoads(ticking, { startedAt: 50_000 })).toEqual([
      lcp('initial', 0.62),
    ]);
  });

  it('uses the load event where the browser knows no largest paint', () => {
    const timeline = [session(400), ...change(900)];
    const options = { supportsLargestPaint: false, loadEventEnd: () => 1_234 };
    expect(recordLoads(during(timeline), options)).toEqual([
      { ...lcp('initial', 1.234), method: 'load-event' },
    ]);
  });

  it('survives a redirect that nobody caused', () => {
    const timeline = [
      session(400),
      navigation(500),
      ...change(900),
      largestPaint(930),
    ];
    expect(recordLoads(during(timeline))).toEqual([lcp('initial', 0.93)]);
  });

  it('is superseded by a navigation before its content', () => {
    const timeline = [
      ...request(1, { from: 300, to: 9_000 }),
      session(400),
      click(1_000),
      navigation(1_010),
    ];
    expect(recordLoads(during(timeline, 1_100))).toEqual([
      discard('initial', 'superseded'),
    ]);
  });
});

describe('a navigation inside the app', () => {
  const loaded = [session(100), largestPaint(200), ...change(200)];
  const after = (observations: Observation[], to?: number) =>
    recordLoads(during([...loaded, ...observations], to)).slice(1);

  it('is measured from the input that began it', () => {
    expect(
      after([click(9_880), navigation(10_000), ...change(10_400)]),
    ).toEqual([quiet('route', 0.536)]);
  });

  it('is measured from itself where the input is long past', () => {
    expect(
      after([click(5_000), navigation(10_000), ...change(10_400)]),
    ).toEqual([quiet('route', 0.416)]);
  });

  it('is measured from itself where the browser went back', () => {
    expect(
      after([navigation(10_000, { isTraversal: true }), ...change(10_084)]),
    ).toEqual([quiet('route', 0.1)]);
  });

  it('is not measured where nobody caused it', () => {
    expect(after([navigation(10_000), ...change(10_400)])).toEqual([]);
  });

  it('includes the redirect that follows', () => {
    const timeline = [
      click(9_900),
      navigation(10_000),
      ...change(10_050),
      navigation(10_200),
      ...change(10_600),
    ];
    expect(after(timeline)).toEqual([quiet('route', 0.716)]);
  });

  it('is superseded by the next one', () => {
    const timeline = [
      click(9_900),
      navigation(10_000),
      ...request(1, { from: 10_010, to: 14_000 }),
      click(11_900),
      navigation(12_000),
      ...change(12_084),
    ];
    expect(after(timeline)).toEqual([
      discard('route', 'superseded'),
      quiet('route', 0.2),
    ]);
  });

  it('is not begun by what was pressed on the sign-in page', () => {
    const timeline = [
      largestPaint(200),
      click(3_000),
      session(3_100),
      navigation(3_150),
      ...change(3_200),
    ];
    expect(recordLoads(during(timeline))).toEqual([
      lcp('sign-in', 0.2, 'sign-in-page:app'),
    ]);
  });

  it('without any change counts as unsettled', () => {
    expect(after([click(9_900), navigation(10_000)])).toEqual([
      discard('route', 'unsettled'),
    ]);
  });

  it('never reads more than the cap', () => {
    const timeline = [
      click(1_000),
      navigation(1_000),
      ...request(1, { from: 1_010, to: 100_000 }),
    ];
    expect(after(timeline, 70_000)).toEqual([quiet('route', 60)]);
  });
});

describe('a navigation that the browser reports itself', () => {
  const loaded = [session(100), largestPaint(200), ...change(200)];
  const begun = [click(9_900), navigation(10_000), ...change(10_100)];
  const soft = (duration: number) => ({
    ...quiet('route', duration),
    method: 'soft-lcp',
  });
  const after = (observations: Observation[], to?: number) =>
    recordLoads(during([...loaded, ...begun, ...observations], to)).slice(1);

  it('is measured by its largest paint', () => {
    const timeline = [
      softPaint(9_900, 220),
      ...request(1, { from: 10_010, to: 11_000 }),
      ...change(11_100),
      softPaint(9_900, 1_230),
    ];
    expect(after(timeline)).toEqual([soft(1.23)]);
  });

  it('is measured once, whatever the browser reports later', () => {
    const timeline = [softPaint(9_900, 220), softPaint(9_900, 5_000)];
    expect(after(timeline)).toEqual([soft(0.22)]);
  });

  it('is measured by its quiet where no paint is reported', () => {
    expect(after([])).toEqual([quiet('route', 0.216)]);
  });

  it('does not take the paints of the navigation before', () => {
    const next = [
      softPaint(9_900, 220),
      click(12_000),
      navigation(12_010),
      { ...softPaint(9_900, 350), at: 12_020 } as Observation,
      ...change(12_084),
    ];
    expect(after(next)).toEqual([soft(0.22), quiet('route', 0.1)]);
  });

  it('does not take what a page that never falls silent paints later', () => {
    const timeline = [
      softPaint(9_900, 220),
      ...repeat(300, { from: 10_200, to: 71_000 }, change),
      ...repeat(5_000, { from: 15_000, to: 69_000 }, at => [
        softPaint(9_900, at - 9_900),
      ]),
    ];
    expect(after(timeline, 71_000)).toEqual([soft(0.22)]);
  });
});

describe('a page that never falls silent', () => {
  const loaded = [session(100), largestPaint(200), ...change(200)];
  const clock = (from: number) => repeat(300, { from, to: 71_000 }, change);

  it('does not read as the cap because a stream grows', () => {
    const timeline = [
      session(100),
      ...request(1, { from: 150, to: 700 }),
      largestPaint(730),
      ...clock(800),
      ...repeat(400, { from: 5_000, to: 59_000 }, at => [largestPaint(at)]),
    ];
    expect(recordLoads(during(timeline))).toEqual([lcp('initial', 0.73)]);
  });

  it('is measured also where the person goes on before the cap', () => {
    const timeline = [
      ...loaded,
      click(9_900),
      navigation(10_000),
      ...request(1, { from: 10_010, to: 11_000 }),
      ...clock(10_050),
      click(19_900),
      navigation(20_000),
    ];
    expect(recordLoads(during(timeline, 20_100)).slice(1)).toEqual([
      quiet('route', 1.1),
    ]);
  });

  it('is not measured where the person goes on while it may still load', () => {
    const timeline = [
      ...loaded,
      click(9_900),
      navigation(10_000),
      ...request(1, { from: 10_010, to: 11_000 }),
      ...clock(10_050),
      click(12_900),
      navigation(13_000),
    ];
    expect(recordLoads(during(timeline, 13_100)).slice(1)).toEqual([
      discard('route', 'superseded'),
    ]);
  });
});

describe('each navigation', () => {
  const loaded = [session(100), largestPaint(200), ...change(200)];
  const reported = (kind: string, routeId = 'page:catalog') => ({
    type: 'navigation',
    kind,
    routeId,
  });
  const pending = (id: number, from: number) =>
    request(id, { from, to: from })[0];
  const onlyReported = (timeline: Observation[], to?: number) =>
    recordAll(during(timeline, to)).filter(({ type }) => type === 'navigation');

  it('is reported once, before its load', () => {
    const timeline = [
      ...loaded,
      click(9_900),
      navigation(10_000, { path: '/docs' }),
      ...change(10_400),
    ];
    expect(recordAll(during(timeline))).toEqual([
      reported('initial'),
      lcp('initial', 0.2),
      reported('route', 'page:docs'),
      { ...quiet('route', 0.516), routeId: 'page:docs' },
    ]);
  });

  it('is reported while its load is still open', () => {
    const timeline = [
      session(100),
      pending(1, 150),
      click(9_900),
      navigation(10_000, { path: '/docs' }),
      pending(2, 10_010),
    ];
    expect(onlyReported(timeline, 1_100)).toEqual([reported('initial')]);
    expect(onlyReported(timeline, 10_900)).toEqual([reported('initial')]);
    expect(onlyReported(timeline, 11_100)).toEqual([
      reported('initial'),
      reported('route', 'page:docs'),
    ]);
    expect(recordAll(during(timeline, 11_100)).at(-2)).toEqual(
      discard('initial', 'superseded'),
    );
  });

  it('is reported with the page where its redirects end', () => {
    const timeline = [
      ...loaded,
      click(9_900),
      navigation(10_000, { path: '/catalog' }),
      navigation(10_400, { path: '/docs' }),
      pending(1, 10_410),
    ];
    expect(onlyReported(timeline, 11_300)).toEqual([reported('initial')]);
    expect(onlyReported(timeline, 11_500)).toEqual([
      reported('initial'),
      reported('route', 'page:docs'),
    ]);
  });

  it('is reported with the page that was left, where the next one came soon', () => {
    const timeline = [
      ...loaded,
      click(9_900),
      navigation(10_000, { path: '/docs' }),
      pending(1, 10_010),
      click(10_300),
      navigation(10_310, { path: '/apis' }),
    ];
    expect(recordAll(during(timeline, 10_400)).slice(2)).toEqual([
      reported('route', 'page:docs'),
      discard('route', 'superseded'),
    ]);
  });

  it('is reported as a sign-in where it was one, not before', () => {
    const timeline = [...change(700), largestPaint(720)];
    expect(onlyReported(timeline, 2_500)).toEqual([]);
    expect(onlyReported(timeline)).toEqual([
      reported('sign-in', 'sign-in-page:app'),
    ]);
  });

  it('is reported where its load is discarded', () => {
    const timeline: Observation[] = [
      session(100),
      { type: 'hidden', at: 300 },
      { type: 'restored', at: 9_000 },
    ];
    expect(recordAll(during(timeline))).toEqual([
      reported('initial'),
      discard('initial', 'hidden'),
      reported('initial'),
      discard('initial', 'back-forward-cache'),
    ]);
  });
});

describe('a load that says nothing', () => {
  const open = [click(9_900), navigation(10_000), ...change(10_050)];
  const loaded = [session(100), largestPaint(200), ...change(200)];
  const after = (observations: Observation[]) =>
    recordLoads(during([...loaded, ...open, ...observations], 10_300)).slice(1);

  it.each(['hidden', 'sleep'] as const)('is discarded: %s', type => {
    expect(after([{ type, at: 10_200 }])).toEqual([discard('route', type)]);
  });

  it('is not begun while the document is hidden', () => {
    const timeline: Observation[] = [
      ...loaded,
      { type: 'hidden', at: 5_000 },
      click(5_900),
      navigation(6_000),
      ...change(6_050),
    ];
    expect(recordLoads(during(timeline)).slice(1)).toEqual([]);
  });

  it('is measured again once the document is shown', () => {
    const timeline: Observation[] = [
      ...loaded,
      { type: 'hidden', at: 5_000 },
      { type: 'visible', at: 5_500 },
      click(5_900),
      navigation(6_000),
      ...change(6_084),
    ];
    expect(recordLoads(during(timeline)).slice(1)).toEqual([
      quiet('route', 0.2),
    ]);
  });

  it('is discarded where the document was opened hidden', () => {
    const timeline: Observation[] = [
      { type: 'hidden', at: 50 },
      { type: 'visible', at: 60 },
      session(100),
      largestPaint(200),
    ];
    expect(recordLoads(during(timeline))).toEqual([
      discard('initial', 'hidden'),
    ]);
  });

  it('is counted where the browser restored the document', () => {
    expect(
      recordLoads(during([...loaded, { type: 'restored', at: 9_000 }])),
    ).toEqual([lcp('initial', 0.2), discard('initial', 'back-forward-cache')]);
  });
});
