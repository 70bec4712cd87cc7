import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { runProcess } from 'toolchain/lib/processes.mjs';
import { UserError } from 'toolchain/lib/say.mjs';
import { yarnEnvironment } from 'toolchain/lib/setup.mjs';

const author = ['-c', 'user.name=trial', '-c', 'user.email=trial@localhost'];

/** The folder of a portal that is not ours, and its files and commands. */
export class PortalFolder {
  /** The environment in which the portal's commands run. */
  readonly environment: NodeJS.ProcessEnv = {
    ...yarnEnvironment(process.env),
    // The Yarn of this repository, and not the older one of the portal, which
    // does not run on every Node.js that Backstage supports.
    YARN_IGNORE_PATH: '1',
    // No package that a portal starts with needs a compiler.
    YARN_ENABLE_SCRIPTS: 'false',
    // A portal has a thousand packages; most are those of other portals, too.
    YARN_NM_MODE: 'hardlinks-global',
    NODE_OPTIONS: '--max-old-space-size=4096',
  };

  constructor(readonly root: string) {}

  path(...segments: string[]): string {
    return join(this.root, ...segments);
  }

  read(file: string): string {
    return readFileSync(this.path(file), 'utf8');
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(this.path(file)), { recursive: true });
    writeFileSync(this.path(file), text);
  }

  edit(file: string, edit: (text: string) => string): void {
    this.write(file, edit(this.read(file)));
  }

  /** Runs a command to its end; its messages go to a file of that name. */
  async run(name: string, command: string, ...args: string[]): Promise<void> {
    mkdirSync(this.path('.trial'), { recursive: true });
    const log = this.path('.trial', `${name}.txt`);
    const { code } = await runProcess(
      'sh',
      ['-c', `"$0" "$@" > '${log}' 2>&1`, command, ...args],
      { cwd: this.root, env: this.environment },
    );
    if (code !== 0) {
      const end = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-25);
      const line = [command, ...args].join(' ');
      throw new UserError(
        `'${line}' ended with exit code ${code}:\n${end.join('\n')}`,
      );
    }
  }

  /** Remembers the files as they are. */
  commit(): void {
    for (const args of [
      ['init', '-q'],
      ['add', '-A'],
      [...author, 'commit', '-qm', 'made'],
    ]) {
      this.#git(args);
    }
  }

  /** Takes the files back to how they were remembered; packages stay installed. */
  reset(): void {
    this.#git(['reset', '-q', '--hard']);
    this.#git(['clean', '-qfd']);
    for (const left of ['app-config.local.yaml', 'dist-types', '.trial']) {
      rmSync(this.path(left), { recursive: true, force: true });
    }
  }

  exists(file: string): boolean {
    return existsSync(this.path(file));
  }

  #git(args: string[]): void {
    const { status, stderr } = spawnSync('git', args, {
      cwd: this.root,
      encoding: 'utf8',
    });
    if (status !== 0) {
      throw new UserError(`git ${args.join(' ')}: ${stderr}`);
    }
  }
}
