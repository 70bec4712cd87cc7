import { Knex } from 'knex';
import { databaseErrorCode } from './retry';

/** The drivers do not set an error code when a connection ends. */
const CONNECTION_ENDED =
  /connection (is not open|ended|error|terminated)|not queryable/i;

/** Error properties that name parts of the schema, never values. */
const SPEAKING_OF_THE_SCHEMA = ['code', 'table', 'constraint'];

/**
 * Reduces errors of failed statements to the code and the stack trace. Drivers
 * quote the statement with its values, which can contain secrets and people's
 * names, and Backstage logs errors of tasks and of startup.
 */
export function concealStatements(knex: Knex): void {
  // Prevents a second listener when the plugin tries to start again.
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

/** The stack trace without the message, which may quote values. */
export function framesOf(error: unknown): string {
  const stack = (error as Error | undefined)?.stack ?? '';
  const frames = stack.split('\n').filter(line => /^ {4}at /.test(line));
  return frames.map(frame => `\n${frame}`).join('');
}
