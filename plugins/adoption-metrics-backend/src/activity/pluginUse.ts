import { PluginUse } from 'backstage-plugin-adoption-metrics-common';
import { Sample } from '../samples';
import { dimensions } from './dimensions';

type PluginRow = PluginUse['plugins'][number];

/**
 * The use of plugins at the end of one window and of the one before, most people
 * first. Plugins with fewer people than the minimum have no numbers, and their
 * order reveals nothing.
 */
export function describePlugins(
  now: Sample[],
  before: Sample[],
  minimumGroupSize: number,
): PluginRow[] {
  const earlier = membersOf(dimensions.plugin, before);
  const actions = membersOf(dimensions.pluginActions, now);
  const rows = [...membersOf(dimensions.plugin, now)].map(([id, people]) =>
    people < minimumGroupSize
      ? hiddenRow(id)
      : {
          id,
          people,
          previousPeople: atLeast(minimumGroupSize, earlier.get(id)),
          actions: actions.get(id) ?? null,
        },
  );
  return rows.sort(compareRows);
}

function membersOf(dimension: string, samples: Sample[]): Map<string, number> {
  return new Map(
    samples
      .filter(sample => sample.dimension === dimension)
      .map(({ member, numerator = 0 }) => [member, numerator]),
  );
}

function hiddenRow(id: string): PluginRow {
  const hidden = { people: null, previousPeople: null, actions: null };
  return { id, ...hidden, suppressed: 'too-few-people' };
}

function atLeast(minimumGroupSize: number, people = 0): number | null {
  return people >= minimumGroupSize ? people : null;
}

function compareRows(a: PluginRow, b: PluginRow): number {
  return (b.people ?? -1) - (a.people ?? -1) || (a.id < b.id ? -1 : 1);
}
