// Nothing is published of either package.
// eslint-disable-next-line @backstage/no-forbidden-package-imports
import { Portal } from 'app/e2e-tests/support/Portal';
import { inProject } from 'toolchain/lib/paths.mjs';
import { atEnd, runProcess } from 'toolchain/lib/processes.mjs';
import { BenchmarkOptions } from '../Benchmark';
import {
  Homepage,
  type Load,
  type Vitals,
  type Widget,
} from '../card/Homepage';
import { addedBy, weigh, type Resource, type Weight } from '../card/weight';
import { Figure } from '../figure';
import { formatNumber } from '../format';
import { median } from '../statistics';

const LOADS = 21;
const TRIAL_LOADS = 3;

interface Visits {
  without: Load[];
  withCard: Load[];
}

/**
 * What the card adds to the homepage, compared to a built-in widget of
 * Backstage.
 */
export async function* card({
  trial,
  note,
}: BenchmarkOptions): AsyncGenerator<Figure> {
  await buildApp();
  const portal = new Portal();
  atEnd(() => portal.dispose());
  note('starting a portal with nine months behind it');
  await portal.start({ sampleHistory: true });
  await untilMeasured(portal);
  const homepage = await Homepage.open(portal.baseUrl);
  try {
    const visits = await visit(homepage, trial ? TRIAL_LOADS : LOADS);
    yield* figuresOf(visits, note);
  } finally {
    await homepage.close();
    await portal.dispose();
  }
}

function* figuresOf(
  { without, withCard }: Visits,
  note: BenchmarkOptions['note'],
): Generator<Figure> {
  const known = without.flatMap(({ resources }) => resources);
  const added = withCard.map(({ resources }) => addedBy(resources, known));
  for (const resource of heaviest(added)) {
    const { gzippedKilobytes } = weigh([resource]);
    note(`${resource.path}: ${formatNumber(gzippedKilobytes)} KB gzipped`);
  }
  yield* weightOf(added.map(weigh));
  yield* timeOf(withCard);
  yield* vitalsOf(without, withCard);
}

/**
 * The load with the most additions, so that a figure can be traced to requests.
 */
function heaviest(added: Resource[][]): Resource[] {
  return added.reduce((most, each) =>
    each.length > most.length ? each : most,
  );
}

function* weightOf(weights: Weight[]): Generator<Figure> {
  const most = (measure: keyof Weight) =>
    Math.max(...weights.map(weight => weight[measure]));
  const requests = most('requests');
  yield { figure: 'requests', value: requests, unit: 'requests', goal: '<= 1' };
  yield { figure: 'files', value: most('files'), unit: 'files' };
  const size = most('gzippedKilobytes');
  yield { figure: 'gzipped-kb', value: size, unit: 'KB', goal: '<= 30' };
}

function* timeOf(loads: Load[]): Generator<Figure> {
  const ours = median(firstContentsOf(loads, 'AdoptionScorecard'));
  const theirs = median(firstContentsOf(loads, 'HomePageStarredEntities'));
  yield { figure: 'first-content-ms', value: ours, unit: 'ms' };
  yield { figure: 'starred-entities-ms', value: theirs, unit: 'ms' };
  yield {
    figure: 'first-content-ratio',
    value: ours / theirs,
    unit: 'ratio',
    goal: '<= 1.1',
  };
}

function* vitalsOf(without: Load[], withCard: Load[]): Generator<Figure> {
  const largestPaint = medianOf('largestPaint');
  const before = largestPaint(without);
  const after = largestPaint(withCard);
  yield { figure: 'lcp-without-card-ms', value: before, unit: 'ms' };
  yield { figure: 'lcp-ms', value: after, unit: 'ms' };
  const ratio = after / before;
  yield { figure: 'lcp-ratio', value: ratio, unit: 'ratio', goal: '<= 1.1' };
  const shift = medianOf('layoutShift');
  yield { figure: 'cls-without-card', value: shift(without), unit: 'score' };
  yield { figure: 'cls', value: shift(withCard), unit: 'score' };
  const blocked = medianOf('blocked');
  yield { figure: 'tbt-without-card-ms', value: blocked(without), unit: 'ms' };
  yield { figure: 'tbt-ms', value: blocked(withCard), unit: 'ms' };
}

function medianOf(vital: keyof Vitals): (loads: Load[]) => number {
  return loads => median(loads.map(({ vitals }) => vitals[vital]));
}

/** Alternates loads of both kinds, after one that warms up the backend. */
async function visit(homepage: Homepage, loads: number): Promise<Visits> {
  const without: Load[] = [];
  const withCard: Load[] = [];
  await homepage.load(['AdoptionScorecard', 'HomePageStarredEntities']);
  for (let load = 0; load < loads; load += 1) {
    without.push(await homepage.load(['HomePageStarredEntities']));
    // The first widget sends the first request.
    const widgets: Widget[] = ['AdoptionScorecard', 'HomePageStarredEntities'];
    const order = load % 2 === 0 ? widgets : widgets.reverse();
    withCard.push(await homepage.load(order));
  }
  return { without, withCard };
}

function firstContentsOf(
  loads: Load[],
  widget: keyof Load['firstContent'],
): number[] {
  return loads.map(({ firstContent }) => firstContent[widget]);
}

async function buildApp(): Promise<void> {
  const { code } = await runProcess('backstage-cli', ['package', 'build'], {
    cwd: inProject('packages/app'),
    env: process.env,
  });
  if (code !== 0) {
    throw new Error('The app of the demo portal could not be built');
  }
}

async function untilMeasured(portal: Portal): Promise<void> {
  const deadline = Date.now() + 300_000;
  while ((await portal.metric('active-users')).value === null) {
    if (Date.now() > deadline) {
      throw new Error('The sample history has not been measured in time');
    }
    await new Promise(resolve => setTimeout(resolve, 1_000));
  }
}
