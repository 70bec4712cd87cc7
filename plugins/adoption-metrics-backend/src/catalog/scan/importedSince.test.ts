import { Entity } from '@backstage/catalog-model';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { DAY_MS, ReportingZone } from '../../time';
import { forgetful } from '../__testUtils__/forgetful';
import { entityNamed, group } from '../__testUtils__/testEntities';
import { catalogConfig } from '../config';
import { createStalenessRules } from '../rules/createRules';
import { CatalogScanner } from './CatalogScanner';
import { EntityListReader } from './EntityListReader';
import { ScanRecorder } from './ScanRecorder';

const databases = createTestDatabases();
const config = catalogConfig.parse({});
const start = Date.UTC(2026, 2, 2);

/** The catalog of the portal itself. */
class LiveReader extends EntityListReader {
  readonly source = 'portal';
}

describe.each(databases.eachSupportedId())('since, %p', engine => {
  async function setUp() {
    const knex = await databases.create(engine);
    const zone = ReportingZone.create('UTC');
    const recorder = new ScanRecorder(knex, zone);
    const clock = { time: start, now: () => clock.time };
    const scanner = new CatalogScanner({
      recorder,
      clock,
      memory: forgetful,
      rules: createStalenessRules(config),
      placeholders: config.placeholders,
      dayOf: instant => zone.dayOf(instant),
    });
    const scanAt = (
      day: number,
      entities: Entity[],
      Reader: typeof EntityListReader,
    ) => {
      clock.time = start + day * DAY_MS;
      const reader = new Reader([group('team'), ...entities], config.kinds);
      return scanner.scan({ reader, signal: new AbortController().signal });
    };
    const sinceOf = async (name: string) => {
      const ref = `component:default/${name}`;
      const [{ finding }] = await recorder.listedOf('portal', [ref]);
      return (finding.since - start) / DAY_MS;
    };
    return { scanAt, sinceOf };
  }

  it('is when the imported past found it, or else when it was first found', async () => {
    const { scanAt, sinceOf } = await setUp();
    const lost = entityNamed('lost', { owner: 'gone' });
    await scanAt(0, [lost], EntityListReader);
    await scanAt(100, [lost], EntityListReader);
    const fresh = entityNamed('fresh', { owner: 'gone' });
    await scanAt(120, [lost, fresh], LiveReader);
    await scanAt(121, [lost, fresh], LiveReader);
    expect(await sinceOf('lost')).toBe(0);
    expect(await sinceOf('fresh')).toBe(120);
  });

  it('begins anew with a fault that the past did not end with', async () => {
    const { scanAt, sinceOf } = await setUp();
    await scanAt(
      0,
      [entityNamed('mended', { owner: 'gone' })],
      EntityListReader,
    );
    await scanAt(100, [entityNamed('mended')], EntityListReader);
    await scanAt(120, [entityNamed('mended', { owner: 'gone' })], LiveReader);
    expect(await sinceOf('mended')).toBe(120);
  });
});
