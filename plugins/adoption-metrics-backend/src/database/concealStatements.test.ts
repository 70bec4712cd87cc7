import { inspect } from 'node:util';
import { Knex } from 'knex';
import { createTestDatabases } from './__testUtils__/testDatabases';
import { isUnavailable } from './availability';
import { concealStatements, framesOf } from './concealStatements';

const databases = createTestDatabases();
const PSEUDONYM = '5eeb5eeb5eeb5eeb5eeb5eeb5eeb5eeb';

async function failureOf(work: PromiseLike<unknown>): Promise<Error> {
  return Promise.resolve(work).then(
    () => {
      throw new Error('nothing failed');
    },
    error => error,
  );
}

function everythingIn(error: Error): string {
  const own = Object.getOwnPropertyNames(error).map(name =>
    String(Reflect.get(error, name)),
  );
  return [...own, inspect(error), JSON.stringify(error)].join('\n');
}

describe.each(databases.eachSupportedId())('concealStatements, %p', engine => {
  let knex: Knex;

  beforeEach(async () => {
    knex = await databases.create(engine);
    await knex('people').insert({ pseudonym: PSEUDONYM });
    concealStatements(knex);
  });

  const failures: Array<[string, (db: Knex) => PromiseLike<unknown>]> = [
    [
      'a value that is there already',
      db => db('people').insert({ pseudonym: PSEUDONYM }),
    ],
    ['a table that is not', db => db('nowhere').where({ ref: PSEUDONYM })],
    [
      'a column that is not',
      db => db('people').insert({ pseudonym: 'x', [PSEUDONYM]: 1 }),
    ],
    ['raw SQL', db => db.raw('select ? from nowhere', [PSEUDONYM])],
  ];

  it.each(failures)(
    'reveals nothing of a statement with %s',
    async (_, run) => {
      const alone = await failureOf(run(knex));
      const within = await failureOf(knex.transaction(async tx => run(tx)));
      for (const error of [alone, within]) {
        const said = everythingIn(error);
        expect(said).not.toContain(PSEUDONYM);
        expect(said).not.toMatch(/\b(insert|select|values)\b/i);
        expect(error.message).toMatch(/^The database failed: \w+$/);
      }
    },
  );

  it('keeps the code and where it happened', async () => {
    const error = await failureOf(
      knex('people').insert({ pseudonym: PSEUDONYM }),
    );
    const code = engine === 'SQLITE_3' ? 'SQLITE_CONSTRAINT_UNIQUE' : '23505';
    expect(error).toMatchObject({
      code,
      message: `The database failed: ${code}`,
    });
    expect(error.stack).toMatch(new RegExp(`^The database failed: ${code}`));
    expect(isUnavailable(error)).toBe(false);
  });
});

it('keeps the frames of a stack, and no line of its message', () => {
  const error = new Error(`insert\n'${PSEUDONYM}'`);
  expect(framesOf(error)).toMatch(/^\n {4}at .*concealStatements\.test/);
  expect(framesOf(error)).not.toContain(PSEUDONYM);
  expect(framesOf(undefined)).toBe('');
});

it('knows a connection that ended under a statement, POSTGRES_18', async () => {
  const knex = await databases.create('POSTGRES_18');
  concealStatements(knex);
  const error = await failureOf(
    knex.raw('select pg_terminate_backend(pg_backend_pid()), ?', [PSEUDONYM]),
  );
  expect(everythingIn(error)).not.toContain(PSEUDONYM);
  expect(isUnavailable(error)).toBe(true);
});
