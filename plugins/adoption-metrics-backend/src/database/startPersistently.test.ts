import { ConflictError } from '@backstage/errors';
import { startPersistently } from './startPersistently';

/** Starts that fail in turn, before they succeed. */
async function startAfter(...failures: object[]) {
  const freeLock = jest.fn();
  const left = [...failures];
  let waited = 0;
  const result = await startPersistently(
    async () => {
      const failure = left.shift();
      if (failure) {
        throw failure;
      }
      return 'started';
    },
    {
      freeLock,
      pause: async ms => {
        waited += ms;
      },
    },
  ).catch(error => error);
  return { result, freed: freeLock.mock.calls.length, waited, left };
}

const many = (failure: object) => Array(1_000).fill(failure);

describe('startPersistently', () => {
  it.each(['42P07', '23505', '40P01', 'SQLITE_BUSY'])(
    'tries again after %s',
    async code => {
      expect(await startAfter({ code }, { code })).toMatchObject({
        result: 'started',
        freed: 0,
      });
    },
  );

  it('tries again what the scheduler could not store', async () => {
    const busy = new Error('Failed to persist task, SqliteError: SQLITE_BUSY');
    expect(await startAfter(busy)).toMatchObject({ result: 'started' });
  });

  it('takes away a lock once it has waited for it', async () => {
    const locked = { name: 'MigrationLocked' };
    const { result, freed, waited } = await startAfter(...many(locked));
    expect(result).toBe(locked);
    expect(freed).toBe(1);
    expect(waited).toBeGreaterThan(20_000);
    expect(await startAfter(locked)).toMatchObject({
      result: 'started',
      freed: 0,
    });
  });

  it('gives up on what stays, and at once on what is not of other replicas', async () => {
    const exists = { code: '42P07' };
    expect(await startAfter(...many(exists))).toMatchObject({ result: exists });
    const refused = new ConflictError('made by another edition');
    for (const failure of [refused, { code: 'ECONNREFUSED' }]) {
      expect(await startAfter(failure)).toMatchObject({
        result: failure,
        waited: 0,
      });
    }
  });
});
