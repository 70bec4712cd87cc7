import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { testedDatabases } from '../../people/__testUtils__/portal';
import { startMeasuring } from './__testUtils__/otherPortals';

jest.setTimeout(120_000);

const run = promisify(execFile);
const page = resolve(__dirname, '../../../../../docs/portals.md');

/** The block of the documentation that a reader would copy. */
async function recipe(name: string): Promise<string> {
  const text = await readFile(page, 'utf8');
  const block = new RegExp(
    `<!-- recipe: ${name} -->\\n+\`\`\`\\w+\\n([^]*?)\n\`\`\``,
  ).exec(text);
  return block![1];
}

/** Runs a recipe on a file in the shape that its source documents. */
async function runRecipe(name: string, file: string, as: string) {
  const directory = await mkdtemp(join(tmpdir(), 'portal-recipes-'));
  try {
    const fixture = join(__dirname, '__fixtures__', file);
    await copyFile(fixture, join(directory, as));
    await run('sh', ['-euc', await recipe(name)], { cwd: directory });
    return await readFile(join(directory, 'activity.csv'), 'utf8');
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

const recipes = [
  {
    name: 'access-log',
    file: 'access-log.txt',
    as: 'access.log',
    table: 'day,person\n2026-03-02,a0\n2026-03-03,a1\n2026-03-03,stranger\n',
    mapBy: 'name',
    outcome: { days: 2, accepted: 2, unknown: 1, rejected: 0 },
  },
  {
    name: 'port',
    file: 'port-audit-log.json',
    as: 'audit-log.json',
    table:
      'day,person\n2026-03-02T09:12:44.012Z,a0@example.com\n2026-03-02T10:00:00.000Z,A1@example.com\n',
    mapBy: 'email',
    outcome: { days: 1, accepted: 2, unknown: 0, rejected: 0 },
  },
  {
    name: 'cortex',
    file: 'cortex-audit-logs.json',
    as: 'audit-logs.json',
    table:
      'day,person\n2026-03-02T09:12:44.012Z,a0@example.com\n2026-03-03T15:00:00.000Z,a0@example.com\n',
    mapBy: 'email',
    outcome: { days: 2, accepted: 2, unknown: 0, rejected: 0 },
  },
];

describe.each(recipes)('the recipe $name', each => {
  it('makes a table of what its source documents', async () => {
    const { name, file, as, table } = each;
    expect(await runRecipe(name, file, as)).toBe(table);
  });

  it.each(testedDatabases().slice(0, 1))('is taken on %s', async engine => {
    const { table, mapBy, outcome } = each;
    const portal = await startMeasuring(engine, '2026-03-05', [
      { id: 'other', title: 'Another', subject: 'export', mapBy },
    ]);
    try {
      const { status, body } = await portal.reportTable(
        'export',
        'other',
        table,
      );
      expect([status, body]).toEqual([
        200,
        expect.objectContaining({ ...outcome, faults: [] }),
      ]);
    } finally {
      await portal.stop();
    }
  });
});
