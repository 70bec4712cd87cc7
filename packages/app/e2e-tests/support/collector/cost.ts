import type { CDPSession, Page } from '@playwright/test';

interface ProfileNode {
  id: number;
  callFrame: { url: string; functionName: string };
  children?: number[];
}

interface Profile {
  nodes: ProfileNode[];
  samples: number[];
  /** Microseconds since the sample before. */
  timeDeltas: number[];
}

const samplingMicroseconds = 100;

/**
 * Whether a moment is the collector's, from the innermost call outwards. The
 * page's own requests pass through the collector, and stay the page's.
 */
function isOurs(stack: ProfileNode[], scripts: RegExp): boolean {
  const urls = stack.map(({ callFrame }) => callFrame.url);
  return scripts.test(urls.find(url => url !== '') ?? '');
}

function stacksOf(nodes: ProfileNode[]): Map<number, ProfileNode[]> {
  const stacks = new Map<number, ProfileNode[]>();
  const byId = new Map(nodes.map(node => [node.id, node]));
  // Parents come before their children.
  for (const node of nodes) {
    const stack = stacks.get(node.id) ?? [node];
    stacks.set(node.id, stack);
    for (const child of node.children ?? []) {
      stacks.set(child, [byId.get(child)!, ...stack]);
    }
  }
  return stacks;
}

function median(values: number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)];
}

// A moment between two samples is as long as most are: where it is longer,
// the machine was busy elsewhere.
function millisecondsOf(profile: Profile, scripts: RegExp): number {
  const { nodes, samples, timeDeltas } = profile;
  const stacks = stacksOf(nodes);
  const ours = samples.filter(id => isOurs(stacks.get(id)!, scripts));
  return (ours.length * median(timeDeltas)) / 1_000;
}

async function record(
  session: CDPSession,
  work: () => Promise<void>,
): Promise<Profile> {
  await session.send('Profiler.start');
  await work();
  const answer = await session.send('Profiler.stop');
  return answer.profile as Profile;
}

/**
 * Milliseconds of the main thread that scripts take, with everything they
 * call, while something is done in a page: the median of the given times,
 * because a busy machine takes away from each as it likes.
 */
export async function costOf(
  page: Page,
  { scripts, times }: { scripts: RegExp; times: number },
  work: (index: number) => Promise<void>,
): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', {
    interval: samplingMicroseconds,
  });
  const costs: number[] = [];
  while (costs.length < times) {
    const once = () => work(costs.length);
    costs.push(millisecondsOf(await record(session, once), scripts));
  }
  return median(costs);
}
