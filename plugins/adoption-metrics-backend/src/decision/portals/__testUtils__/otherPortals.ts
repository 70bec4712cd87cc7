import { mockCredentials, TestDatabaseId } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import request from 'supertest';
import { entity, startPortal } from '../../../people/__testUtils__/portal';
import { DAY_MS, parseDay } from '../../../time';

const NOON_MS = DAY_MS / 2;

/** The token of a service, by its subject. */
export function token(subject: string): string {
  return mockCredentials.service.header({
    onBehalfOf: mockCredentials.service(subject),
    targetPluginId: 'adoption-metrics',
  });
}

/** Two teams of ten, `a0` to `a9` and `b0` to `b9`. */
export const names = ['a', 'b'].flatMap(team =>
  Array.from({ length: 10 }, (_, index) => `${team}${index}`),
);

export const refs = (...of: string[]) => of.map(name => `user:default/${name}`);

const entities: Entity[] = [
  entity('Group', 'team-a'),
  entity('Group', 'team-b'),
  ...names.map(
    (name): Entity => ({
      ...entity('User', name, { memberOf: `team-${name[0]}` }),
      metadata: {
        name,
        uid: `uid-of-${name}`,
        annotations: { 'github.com/user-login': `Octo-${name}` },
      },
      spec: { profile: { email: `${name}@Example.com` } },
    }),
  ),
];

const config = (portals: JsonObject[], more: JsonObject): JsonObject => ({
  app: { title: 'Our portal' },
  adoptionMetrics: {
    administrators: ['user:default/registrar'],
    decision: { portals },
    ...more,
  },
});

/**
 * A backend that measures other portals, on a clock that is set by hand.
 *
 * @param from - the day on which it is installed, at noon
 */
export async function startMeasuring(
  engine: TestDatabaseId,
  from: string,
  portals: JsonObject[],
  options: {
    more?: JsonObject;
    isHidden?: (entityRef: string, userEntityRef: string) => boolean;
  } = {},
) {
  const time = { now: parseDay(from)! * DAY_MS + NOON_MS };
  const portal = await startPortal(engine, {
    entities,
    config: config(portals, options.more ?? {}),
    isHidden: options.isHidden,
    clock: { now: () => time.now },
  });
  await portal.collect();
  const rollUp = async () => {
    await portal.scheduler.triggerTask('daily-rollup');
    await portal.scheduler.triggerTask('portals');
  };
  return {
    ...portal,
    rollUp,
    /** It is noon of a day, and those before are closed. */
    async travelTo(day: string) {
      time.now = parseDay(day)! * DAY_MS + NOON_MS;
      await portal.collect();
      await rollUp();
    },
    /** A token reports who used a portal. */
    report: (as: string, id: string, body: object, query = '') =>
      portal.post(`/portals/${id}/activity${query}`, token(as), body),
    /** The same as a table. */
    reportTable: (as: string, id: string, csv: string, query = '') =>
      request(portal.server)
        .post(`/api/adoption-metrics/v1/portals/${id}/activity${query}`)
        .set('Authorization', token(as))
        .set('Content-Type', 'text/csv')
        .send(csv),
  };
}
