import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// Tests run in Node.js; the rule is meant for what browsers load.
// eslint-disable-next-line no-restricted-imports
import { DatabaseSync } from 'node:sqlite';
import { backendPackage } from './paths';

/** What one portal keeps on disk: databases, its own catalog, its log. */
export class PortalDirectory {
  readonly root = mkdtempSync(join(tmpdir(), 'adoption-metrics-portal-'));
  readonly database = join(this.root, 'database');
  readonly configuration = join(this.root, 'app-config.yaml');
  readonly log = join(this.root, 'backend.txt');
  readonly #catalog = join(this.root, 'catalog');

  constructor() {
    mkdirSync(this.database);
    cpSync(join(backendPackage, 'catalog'), this.#catalog, { recursive: true });
  }

  /** The descriptor files of the catalog, as absolute paths. */
  catalogFiles(): string[] {
    return readdirSync(this.#catalog, { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.yaml'))
      .sort()
      .map(name => join(this.#catalog, name));
  }

  /** JSON is YAML too. */
  writeConfiguration(configuration: object): void {
    writeFileSync(
      this.configuration,
      JSON.stringify(configuration, undefined, 2),
    );
  }

  /** Rewrites a file of the catalog, named from its folder. */
  editCatalog(name: string, edit: (text: string) => string): void {
    const path = join(this.#catalog, name);
    writeFileSync(path, edit(readFileSync(path, 'utf8')));
  }

  /** How often the pattern, one match for each entity, is in the catalog. */
  countEntities(pattern: RegExp): number {
    const texts = this.catalogFiles().map(path => readFileSync(path, 'utf8'));
    return texts.join('\n').match(pattern)?.length ?? 0;
  }

  readLog(): string {
    return readFileSync(this.log, 'utf8');
  }

  /**
   * The first value of a query on the plugin's database; the API tells numbers of
   * today in steps and once an hour.
   */
  readNumber(query: string): number {
    const database = new DatabaseSync(
      join(this.database, 'adoption-metrics.sqlite'),
      { readOnly: true },
    );
    try {
      const [value] = Object.values(database.prepare(query).get() ?? {});
      return Number(value ?? 0);
    } finally {
      database.close();
    }
  }

  /** All that the plugin leaves behind: its database and its log lines. */
  readTraces(): string {
    const files = readdirSync(this.database)
      .filter(name => name.startsWith('adoption-metrics.sqlite'))
      .map(name => readFileSync(join(this.database, name), 'latin1'));
    const lines = this.readLog()
      .split('\n')
      .filter(line => line.includes('adoption-metrics'));
    return [...files, ...lines].join('\n');
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true, maxRetries: 5 });
  }
}
