import { mockServices } from '@backstage/backend-test-utils';
import { say } from 'backstage-plugin-adoption-metrics-common';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { HOUR_MS, ReportingZone } from '../../time';
import { publishScan } from '../__testUtils__/publishScan';
import { CatalogScanStore } from '../CatalogScanStore';
import { OwnerNotificationConfig } from '../config';
import { findingOf, readingOf } from '../__testUtils__/findings';
import { ScanRecorder } from '../scan/ScanRecorder';
import { checkOwnerNotifications } from './checkOwnerNotifications';
import { OwnerNotificationStore } from './OwnerNotificationStore';
import { OwnerNotificationTask } from './OwnerNotificationTask';

const databases = createTestDatabases();
const monday = Date.UTC(2026, 10, 23, 9);
const { signal } = new AbortController();
const zone = ReportingZone.create('UTC');
const config: OwnerNotificationConfig = {
  enabled: true,
  when: { every: 'week', weekday: 1, hour: 9 },
};

function ownedBy(ownerRef: string, name: string) {
  return findingOf(name, { ownerRefs: [ownerRef] });
}

describe.each(databases.eachSupportedId())(
  'OwnerNotificationTask, %p',
  engine => {
    async function setUp() {
      const knex = await databases.create(engine);
      const recorder = new ScanRecorder(knex);
      const clock = { time: monday, now: () => clock.time };
      const send = jest.fn();
      const memberless = new Set<string>();
      const store = new OwnerNotificationStore(knex);
      const logger = mockServices.logger.mock();
      const task = new OwnerNotificationTask({
        scans: new CatalogScanStore(knex),
        store,
        reader: {
          existing: async refs =>
            new Set(refs.filter(ref => !ref.includes('gone'))),
        },
        recipients: {
          unreachable: async refs =>
            [...refs]
              .filter(ref => memberless.has(ref))
              .map(entityRef => ({
                entityRef,
                code: 'recipient-empty',
                fault: say('health.recipient-empty', {
                  recipient: entityRef,
                }),
              })),
        },
        notifications: { send },
        clock,
        zone,
        logger,
        config,
        rules: [
          { reason: 'orphan', definition: say('definitions.rule.orphan') },
        ],
        target: 0.02,
      });
      const scan = async (at = clock.time) =>
        publishScan(recorder, {
          reading: {
            ...readingOf(at, 4),
            byOwner: [
              { ownerRef: 'group:default/web', total: 5, stale: 2 },
              { ownerRef: 'group:default/gone', total: 1, stale: 1 },
              { ownerRef: 'user:default/kim', total: 1, stale: 1 },
              { ownerRef: 'group:default/tidy', total: 3, stale: 0 },
            ],
          },
          findings: [
            ownedBy('group:default/web', 'a'),
            ownedBy('group:default/web', 'b'),
            ownedBy('group:default/gone', 'c'),
            ownedBy('user:default/kim', 'd'),
          ],
        });
      const notifiedOwners = () =>
        send.mock.calls.map(([{ recipients }]) => recipients.entityRef[0]);
      const run = () => task.run(signal);
      return {
        task,
        clock,
        send,
        logger,
        memberless,
        store,
        scan,
        notifiedOwners,
        run,
      };
    }

    it('notifies each owner in the catalog, once a week', async () => {
      const { clock, send, scan, notifiedOwners, run } = await setUp();
      await scan();
      await run();
      await run();
      expect(notifiedOwners()).toEqual([
        'group:default/web',
        'user:default/kim',
      ]);
      expect(send.mock.calls[0][0]).toMatchObject({
        payload: {
          title: '2 of your 5 catalog entities are stale',
          description: expect.stringMatching(
            /component:default\/a: .*\ncomponent:default\/b: .*\nAcross the catalog, 4 of 10/,
          ),
          link: '/adoption/catalog',
          topic: 'stale-entities',
          scope: 'adoption-metrics/stale-entities/group:default/web',
        },
      });
      clock.time += 7 * 24 * HOUR_MS;
      await scan();
      await run();
      expect(notifiedOwners()).toHaveLength(4);
    });

    it('retries owners whom it could not notify', async () => {
      const { send, logger, scan, notifiedOwners, run } = await setUp();
      await scan();
      send.mockRejectedValueOnce(new Error('notifications are away'));
      await run();
      expect(logger.warn).toHaveBeenCalledWith(
        expect.stringMatching(/^Could not notify an owner .*\(failed\)/),
      );
      expect(JSON.stringify(logger.warn.mock.calls)).not.toMatch(/web|kim/);
      await run();
      expect(notifiedOwners()).toEqual([
        'group:default/web',
        'user:default/kim',
        'group:default/web',
      ]);
    });

    it('tries again a group without members, and names it', async () => {
      const { clock, store, memberless, scan, notifiedOwners, run } =
        await setUp();
      const web = 'group:default/web';
      const check = () =>
        checkOwnerNotifications({ store, config, clock, zone });
      memberless.add(web);
      await scan();
      await run();
      expect(notifiedOwners()).toEqual(['user:default/kim']);
      expect(await check()).toMatchObject({
        status: 'warning',
        detail:
          'Notifications of stale entities have no recipients at group:default/web.',
      });
      memberless.delete(web);
      await run();
      expect(notifiedOwners()).toEqual(['user:default/kim', web]);
      expect(await check()).toMatchObject({ status: 'ok' });
    });

    it.each([
      ['before the hour', -HOUR_MS],
      ['long after it', 49 * HOUR_MS],
    ])('notifies nobody %s', async (_, ahead) => {
      const { clock, send, scan, run } = await setUp();
      clock.time += ahead;
      await scan();
      await run();
      expect(send).not.toHaveBeenCalled();
    });

    it('sends nothing without a scan of the last day', async () => {
      const { clock, send, scan, run } = await setUp();
      await run();
      await scan(clock.time - 24 * HOUR_MS - 1);
      await run();
      expect(send).not.toHaveBeenCalled();
    });

    it('stops when aborted', async () => {
      const { task, send, scan } = await setUp();
      await scan();
      const controller = new AbortController();
      send.mockImplementation(async () => controller.abort());
      await expect(task.run(controller.signal)).rejects.toThrow('aborted');
      expect(send).toHaveBeenCalledTimes(1);
    });
  },
);
