import { ChildProcess, spawn } from 'node:child_process';
import { inProject } from 'toolchain/lib/paths.mjs';
import { EventLoopDelay } from '../backend/contract';
import { ask, BackendProcess } from '../testUtils';

/** How late the event loops of replicas are, beside that of an idle process. */
export class EventLoops {
  readonly #noted: EventLoopDelay[] = [];

  private constructor(private readonly idle: ChildProcess) {}

  static start(): EventLoops {
    const script = inProject('packages/trials/src/backend/idle.ts');
    const transform = require.resolve(
      '@backstage/cli/config/nodeTransform.cjs',
    );
    const args = ['--require', transform, script];
    const stdio = ['ignore', 'ignore', 'inherit', 'ipc'] as const;
    return new EventLoops(spawn(process.execPath, args, { stdio: [...stdio] }));
  }

  /** Notes how late a replica was until now, before it ends. */
  async note(replica: BackendProcess): Promise<void> {
    this.#noted.push(await replica.ask<EventLoopDelay>('event-loop'));
  }

  /** The worst of the replicas, and the idle process. */
  async compare(): Promise<{ worst: EventLoopDelay; idle: EventLoopDelay }> {
    const idle = await ask<EventLoopDelay>(this.idle, 'event-loop');
    const worst = (of: keyof EventLoopDelay) =>
      Math.max(...this.#noted.map(each => each[of]));
    return { worst: { p99: worst('p99'), most: worst('most') }, idle };
  }

  stop(): void {
    this.idle.disconnect();
  }
}
