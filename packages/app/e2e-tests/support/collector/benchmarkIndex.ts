import type { Page } from '@playwright/test';

const roundMs = 500;
const appended = 10_000;
const copied = 100_000;

/**
 * How fast a browser on this machine runs scripts: the BenchmarkIndex by which
 * Lighthouse compares machines. It is the mean of how many tens of strings of
 * 10,000 characters are put together in a second, and of arrays of 100,000
 * numbers copied. Of a machine below 1,000 Lighthouse says that it is too slow,
 * which is half of what it expects.
 *
 * Source: `core/lib/page-functions.js` and `core/gather/driver/environment.js`
 * of Lighthouse 13.
 */
export async function benchmarkIndexOf(page: Page): Promise<number> {
  const strings = await page.evaluate(appendStrings, { roundMs, appended });
  const arrays = await page.evaluate(copyArrays, { roundMs, copied });
  return (strings + arrays) / 2;
}

// These two run inside the page, and see nothing that is outside of them.

function appendStrings({
  roundMs: length,
  appended: characters,
}: {
  roundMs: number;
  appended: number;
}): number {
  const start = performance.now();
  let rounds = 0;
  while (performance.now() - start < length) {
    let text = '';
    for (let index = 0; index < characters; index += 1) {
      text += 'a';
    }
    // Read, so that no compiler leaves the work out.
    rounds += text.length === characters ? 1 : 0;
  }
  return (100 * rounds) / (performance.now() - start);
}

function copyArrays({
  roundMs: length,
  copied: numbers,
}: {
  roundMs: number;
  copied: number;
}): number {
  const arrays = [0, 1].map(() => Array.from({ length: numbers }, (_, n) => n));
  const start = performance.now();
  let rounds = 0;
  while (performance.now() - start < length) {
    const [from, to] = rounds % 2 === 0 ? arrays : [arrays[1], arrays[0]];
    for (let index = 0; index < numbers; index += 1) {
      to[index] = from[index];
    }
    rounds += 1;
  }
  return (100 * rounds) / (performance.now() - start);
}
