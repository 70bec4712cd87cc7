/** What clients were answered, and after how long. */
export class Answers {
  /** How often each status came, or none. */
  readonly results = new Map<number | 'no answer', number>();
  /** How long each answer with success took, in ms. */
  readonly latencies: number[] = [];

  async time(request: () => Promise<Response>): Promise<void> {
    const from = performance.now();
    const result = await this.#resultOf(request);
    this.results.set(result, (this.results.get(result) ?? 0) + 1);
    if (result === 200) {
      this.latencies.push(performance.now() - from);
    }
  }

  async #resultOf(request: () => Promise<Response>) {
    try {
      const response = await request();
      await response.arrayBuffer();
      return response.status;
    } catch {
      return 'no answer' as const;
    }
  }
}

type Results = ReadonlyMap<number | 'no answer', number>;

/** All of these together. */
export function totalOf(...all: Array<ReadonlyMap<unknown, number>>): number {
  return all.flatMap(each => [...each.values()]).reduce((a, b) => a + b, 0);
}

/** Of all answers those that are not a success. */
export function failuresIn(...all: Results[]): Map<string, number> {
  const failures = new Map<string, number>();
  for (const [result, count] of all.flatMap(each => [...each])) {
    if (result !== 200) {
      const key = String(result);
      failures.set(key, (failures.get(key) ?? 0) + count);
    }
  }
  return failures;
}

/** Such as `503: 4, no answer: 2`. */
export function describeFailures(failures: Map<string, number>): string {
  return [...failures].map(([key, count]) => `${key}: ${count}`).join(', ');
}
