import { describeDatabaseError, retryTransient } from './retry';

function failure(code: string): Error {
  return Object.assign(new Error('insert … user:default/ada'), { code });
}

function setUp() {
  const pauses: number[] = [];
  return { pauses, pause: async (attempt: number) => pauses.push(attempt) };
}

describe('retryTransient', () => {
  it.each(['40001', '40P01', 'SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT'])(
    'runs again after %s, and not at once',
    async code => {
      const { pauses, pause } = setUp();
      let runs = 0;
      const run = async () => {
        runs++;
        if (runs < 3) {
          throw failure(code);
        }
        return 'done';
      };
      expect(await retryTransient(run, pause)).toBe('done');
      expect(pauses).toEqual([1, 2]);
    },
  );

  it.each([
    ['23505', 1],
    ['57P01', 1],
    ['40001', 4],
    ['SQLITE_BUSY', 4],
  ])('gives up on a lasting %s after %d runs', async (code, expected) => {
    const { pauses, pause } = setUp();
    let runs = 0;
    const run = async () => {
      runs++;
      throw failure(code);
    };
    await expect(retryTransient(run, pause)).rejects.toMatchObject({ code });
    expect(runs).toBe(expected);
    expect(pauses).toHaveLength(expected - 1);
  });

  it('pauses shortly, and longer from time to time', async () => {
    jest.useFakeTimers();
    const random = jest.spyOn(Math, 'random').mockReturnValue(0.999);
    const runs: number[] = [];
    const result = retryTransient(async () => {
      runs.push(Date.now());
      throw failure('40001');
    }).catch(error => error.code);
    const begun = Date.now();
    await jest.advanceTimersByTimeAsync(20 + 40 + 80);
    expect(await result).toBe('40001');
    expect(runs.map(at => at - begun)).toEqual([0, 19, 58, 137]);
    random.mockRestore();
    jest.useRealTimers();
  });
});

describe('describeDatabaseError', () => {
  it('names the code or the class, and never what was written', () => {
    expect(describeDatabaseError(failure('23505'))).toBe('23505');
    expect(describeDatabaseError(new TypeError('ada'))).toBe('TypeError');
    expect(describeDatabaseError(undefined)).toBe('unknown error');
  });
});
