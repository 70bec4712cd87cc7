import { setTimeout as delay } from 'node:timers/promises';
import { mockServices } from '@backstage/backend-test-utils';
import { rewriteTables } from './rewriteTables';
import { createTestDatabases } from './__testUtils__/testDatabases';

const databases = createTestDatabases();

it('waits for whoever may still read a deleted row, POSTGRES_18', async () => {
  const knex = await databases.create('POSTGRES_18');
  await knex.schema.createTable('visits', table => {
    table.text('name');
  });
  await knex('visits').insert([{ name: 'quill.harrow' }, { name: 'wyn' }]);
  const reader = await knex.transaction({ isolationLevel: 'repeatable read' });
  await reader('action_counts').select();
  await knex('visits').where({ name: 'quill.harrow' }).delete();
  const logger = mockServices.logger.mock();

  const rewriting = rewriteTables(knex, ['visits'], logger);
  await delay(200);
  await reader.commit();
  await rewriting;

  await knex.raw('checkpoint');
  const { rows } = await knex.raw(
    "select pg_read_binary_file(pg_relation_filepath('visits')) as bytes",
  );
  expect(rows[0].bytes.includes('wyn')).toBe(true);
  expect(rows[0].bytes.includes('quill.harrow')).toBe(false);
  expect(logger.warn).not.toHaveBeenCalled();
});
