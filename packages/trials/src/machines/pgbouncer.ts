import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startProcess, stopGroup } from 'toolchain/lib/processes.mjs';
import { findFreePort } from '../testUtils';
import { Machine } from './Machine';
import { findProgram } from './programs';
import { untilListening } from './untilListening';

/** pgbouncer in transaction mode before a PostgreSQL. */
export async function startPgbouncer(
  postgres: number,
  directory: string,
): Promise<Machine> {
  const port = await findFreePort();
  const file = join(directory, 'pgbouncer.ini');
  writeFileSync(file, configuration(port, postgres));
  // It refuses to run as root, and then reads its configuration as nobody.
  chmodSync(directory, 0o755);
  const asNobody = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
  const program = findProgram('pgbouncer');
  const child = startProcess(program, ['-q', ...asNobody, file], {
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  await untilListening(port, child);
  return { port, stop: () => stopGroup(child) };
}

function configuration(port: number, postgres: number): string {
  return `
[databases]
* = host=127.0.0.1 port=${postgres} user=postgres
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
max_client_conn = 500
default_pool_size = 20
ignore_startup_parameters = extra_float_digits
server_login_retry = 1
`;
}
