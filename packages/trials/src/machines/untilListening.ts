import { ChildProcess } from 'node:child_process';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** Resolves when a port takes connections; fails when its process ends before. */
export async function untilListening(
  port: number,
  process: ChildProcess,
): Promise<void> {
  while (!(await takesConnections(port))) {
    if (process.exitCode !== null) {
      const { spawnfile, exitCode } = process;
      throw new Error(`${spawnfile} ended at its start with ${exitCode}`);
    }
    await delay(50);
  }
}

function takesConnections(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
