import { writeOptOuts } from 'backstage-plugin-adoption-metrics-common';

/** A sentence about people who opted out; null if there are few or none. */
export function describeOptOuts(people: number | null): string {
  const written = writeOptOuts(people);
  return `${written[0].toLocaleUpperCase('en-US')}${written.slice(
    1,
  )} have opted out and are not counted.`;
}
