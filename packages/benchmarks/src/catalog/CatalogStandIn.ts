import { ChildProcess } from 'node:child_process';
import { inProject } from 'toolchain/lib/paths.mjs';
import { startProcess, stopGroup } from 'toolchain/lib/processes.mjs';
import { LargeCatalog } from './LargeCatalog';

/** A large catalog that is served by a process of its own. */
export class CatalogStandIn {
  private constructor(
    readonly baseUrl: string,
    private readonly child: ChildProcess,
  ) {}

  static async start(catalog: LargeCatalog): Promise<CatalogStandIn> {
    const child: ChildProcess = startProcess(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        inProject('packages/benchmarks/src/catalog/serveLargeCatalog.ts'),
        JSON.stringify(catalog),
      ],
      { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
    );
    const port = await portOf(child);
    return new CatalogStandIn(`http://127.0.0.1:${port}/api/catalog`, child);
  }

  async stop(): Promise<void> {
    await stopGroup(this.child);
  }
}

/** The loader of TypeScript sends messages of its own. */
function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.on('message', ({ port }: { port?: number }) => {
      if (port !== undefined) {
        resolve(port);
      }
    });
    child.once('exit', code => {
      reject(new Error(`The catalog's stand-in ended with ${code}`));
    });
  });
}
