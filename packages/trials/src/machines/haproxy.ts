import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startProcess, stopGroup } from 'toolchain/lib/processes.mjs';
import { findFreePort } from '../testUtils';
import { Machine } from './Machine';
import { findProgram } from './programs';
import { untilListening } from './untilListening';

/** haproxy before some backends, as a portal would have it. */
export async function startHaproxy(
  backends: number[],
  directory: string,
): Promise<Machine> {
  const port = await findFreePort();
  const file = join(directory, 'haproxy.cfg');
  writeFileSync(file, configuration(port, backends));
  const child = startProcess(findProgram('haproxy'), ['-db', '-f', file], {
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  await untilListening(port, child);
  return { port, stop: () => stopGroup(child) };
}

// A request is repeated only if it never reached a backend: what was in a
// process that died is lost to the client, which sends it again.
function configuration(port: number, backends: number[]): string {
  const servers = backends.map(
    (each, index) => `  server replica-${index} 127.0.0.1:${each} check`,
  );
  return `
defaults
  mode http
  timeout connect 2s
  timeout client 60s
  timeout server 30s
  timeout check 1s
  retries 3
  retry-on conn-failure
  option redispatch 1
  default-server inter 500ms fall 2 rise 1
frontend portal
  bind 127.0.0.1:${port}
  default_backend replicas
backend replicas
  balance roundrobin
  option httpchk GET /.backstage/health/v1/readiness
${servers.join('\n')}
`;
}
