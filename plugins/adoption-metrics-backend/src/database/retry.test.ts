import { describeDatabaseError, retryTransient } from './retry';

function failure(code: string): Error {
  return Object.assign(new Error('insert … user:default/ada'), { code });
}

describe('retryTransient', () => {
  it.each(['40001', '40P01'])('runs again after %s', async code => {
    let runs = 0;
    const result = await retryTransient(async () => {
      runs++;
      if (runs < 3) {
        throw failure(code);
      }
      return 'done';
    });
    expect([result, runs]).toEqual(['done', 3]);
  });

  it.each([
    ['23505', 1],
    ['40001', 3],
  ])('gives up on a lasting %s after %d runs', async (code, expected) => {
    let runs = 0;
    const run = async () => {
      runs++;
      throw failure(code);
    };
    await expect(retryTransient(run)).rejects.toMatchObject({ code });
    expect(runs).toBe(expected);
  });
});

describe('describeDatabaseError', () => {
  it('names the code or the class, and never what was written', () => {
    expect(describeDatabaseError(failure('23505'))).toBe('23505');
    expect(describeDatabaseError(new TypeError('ada'))).toBe('TypeError');
    expect(describeDatabaseError(undefined)).toBe('unknown error');
  });
});
