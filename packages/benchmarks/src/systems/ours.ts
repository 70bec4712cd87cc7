import { inProject } from 'toolchain/lib/paths.mjs';
import { Connection } from '../databases/TestDatabase';
import { System } from './System';

/** Where each kind of event ends up. */
const COUNTERS = [
  'select sum(n) from action_counts',
  'select sum(loads) from page_load_counts',
  'select sum(n) from page_load_discards',
  'select sum(n) from page_navigations',
];

/** The plugin of this repository, as it comes. */
export const ours: System = {
  title: 'Adoption Metrics',
  package: 'backstage-plugin-adoption-metrics-backend',
  directory: inProject('packages/benchmarks'),
  pluginId: 'adoption-metrics',
  connections: 200,
  eventsPath: '/v1/events',
  readPath: '/v1/me',
  writeBody: ({ batchId, events }) => JSON.stringify({ batchId, events }),
  // As if something had been added to the oldest day, which stays as it is.
  change: `update daily_rollups set revision = revision + 1
    where day = (select min(day) from daily_rollups where state = 'final')`,
  async countStored(connection: Connection) {
    let stored = 0;
    for (const counter of COUNTERS) {
      stored += await connection.number(counter);
    }
    return stored;
  },
};
