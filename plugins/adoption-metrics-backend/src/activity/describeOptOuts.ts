import { writeOptOuts } from 'backstage-plugin-adoption-metrics-common';

/** What there is to say of people who opted out; null for a few or none. */
export function describeOptOuts(people: number | null): string {
  const written = writeOptOuts(people);
  return `${written[0].toLocaleUpperCase('en-US')}${written.slice(
    1,
  )} have opted out and are not counted.`;
}
