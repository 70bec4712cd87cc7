import { createHash } from 'node:crypto';

/** A pseudorandom generator that only depends on its key. */
export interface Random {
  /** Evenly between 0 and 1. */
  share(): number;
  /** A whole number from `low` to `high`, both inclusive. */
  whole(low: number, high: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** One of the choices. Repeated choices are more likely. */
  pick<T>(choices: readonly T[]): T;
  /** From a log-normal distribution. */
  logNormal(median: number, sigma: number): number;
}

/** Creates a generator (mulberry32), seeded by a hash of the key. */
export function randomOf(key: string): Random {
  const share = mulberry32(digestOf(key).readUInt32LE(0));
  const whole = (low: number, high: number) =>
    low + Math.floor(share() * (high - low + 1));
  return {
    share,
    whole,
    chance: probability => share() < probability,
    pick: choices => choices[whole(0, choices.length - 1)],
    logNormal: (median, sigma) => median * Math.exp(sigma * normal(share)),
  };
}

/** A UUID (version 8, RFC 9562) that only depends on the key. */
export function uuidOf(key: string): string {
  const bytes = digestOf(key).subarray(0, 16);
  bytes[6] = 0x80 + (bytes[6] % 0x10);
  bytes[8] = 0x80 + (bytes[8] % 0x40);
  return bytes
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Reorders items in a way that only depends on the items. */
export function shuffled(items: readonly string[]): string[] {
  const keyed = items.map(item => [digestOf(item).toString('hex'), item]);
  return keyed.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
}

function digestOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

// Uses the Box-Muller transform; 1 - share is never 0.
function normal(share: () => number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - share()));
  return radius * Math.cos(2 * Math.PI * share());
}

/* eslint-disable no-bitwise */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
