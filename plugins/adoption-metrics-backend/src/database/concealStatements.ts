import { Knex } from 'knex';
import { databaseErrorCode } from './retry';

/** The drivers give no code to an error of a connection that has ended. */
const CONNECTION_ENDED =
  /connection (is not open|ended|error|terminated)|not queryable/i;

/** Properties that name parts of the schema, and never a value. */
const SPEAKING_OF_THE_SCHEMA = ['code', 'table', 'constraint'];

/**
 * Has every failed statement of a database say its code and where it was run,
 * and nothing that it was about. The drivers quote the statement with its bound
 * values, people and secrets among them, and whoever catches the error may log
 * it: tasks and the start of a plugin are logged by Backstage.
 */
export function concealStatements(knex: Knex): void {
  // Once, however often the plugin tries to start.
  knex.removeListener('query-error', conceal);
  knex.on('query-error', conceal);
}

function conceal(error: Error & { code?: string }): void {
  const code = codeOf(error);
  const frames = framesOf(error);
  for (const property of Object.getOwnPropertyNames(error)) {
    if (!SPEAKING_OF_THE_SCHEMA.includes(property)) {
      Reflect.deleteProperty(error, property);
    }
  }
  error.code = code;
  error.message = `The database failed: ${code}`;
  error.stack = `${error.message}${frames}`;
}

function codeOf(error: Error): string {
  const ended = CONNECTION_ENDED.test(error.message);
  return databaseErrorCode(error) ?? (ended ? 'CONNECTION_ENDED' : error.name);
}

/** Where an error arose: its stack without the message, which may quote values. */
export function framesOf(error: unknown): string {
  const stack = (error as Error | undefined)?.stack ?? '';
  const frames = stack.split('\n').filter(line => /^ {4}at /.test(line));
  return frames.map(frame => `\n${frame}`).join('');
}
