import { PluginUse } from 'backstage-plugin-adoption-metrics-common';
import { Sample } from '../samples';
import { cuts } from './cuts';

type PluginRow = PluginUse['plugins'][number];

/**
 * The use of plugins at the end of one window, beside that of the one before:
 * most people first. What fewer people use than the floor is not shown, in an
 * order that tells nothing of it.
 */
export function describePlugins(
  now: Sample[],
  before: Sample[],
  floor: number,
): PluginRow[] {
  const earlier = membersOf(cuts.plugin, before);
  const actions = membersOf(cuts.pluginActions, now);
  const rows = [...membersOf(cuts.plugin, now)].map(([id, people]) =>
    people < floor
      ? hiddenRow(id)
      : {
          id,
          people,
          previousPeople: atLeast(floor, earlier.get(id)),
          actions: actions.get(id) ?? null,
        },
  );
  return rows.sort(compareRows);
}

function membersOf(cut: string, samples: Sample[]): Map<string, number> {
  return new Map(
    samples
      .filter(sample => sample.cut === cut)
      .map(({ cutId, numerator = 0 }) => [cutId, numerator]),
  );
}

function hiddenRow(id: string): PluginRow {
  const hidden = { people: null, previousPeople: null, actions: null };
  return { id, ...hidden, suppressed: 'too-few-people' };
}

function atLeast(floor: number, people = 0): number | null {
  return people >= floor ? people : null;
}

function compareRows(a: PluginRow, b: PluginRow): number {
  return (b.people ?? -1) - (a.people ?? -1) || (a.id < b.id ? -1 : 1);
}
