import type { MyData } from 'backstage-plugin-adoption-metrics-common';
import { formatCountOf, formatDate, formatInstant } from '../../ui/format';

/** Everything that is held about a person, a sentence each. */
export function heldTexts(data: MyData): string[] {
  return [
    activityText(data),
    pluginText(data),
    developerText(data),
    teamText(data),
    batchText(data),
  ];
}

function activityText({ activeDays, firstDay, lastDay }: MyData): string {
  if (activeDays.length === 0) {
    return firstDay && lastDay
      ? `That you were active from ${formatDate(firstDay)} to ${formatDate(
          lastDay,
        )}; the single days are no longer kept.`
      : 'No day on which you were active.';
  }
  const since = firstDay ? `, the first on ${formatDate(firstDay)}` : '';
  return `${formatCountOf(
    activeDays.length,
    'day',
  )} on which you were active${since}.`;
}

function pluginText({ pluginDays }: MyData): string {
  const plugins = new Set(pluginDays.map(({ pluginId }) => pluginId)).size;
  return plugins === 0
    ? 'No use of a plugin on a single day.'
    : `Which plugins you used on which day, for the last weeks: ${formatCountOf(
        plugins,
        'plugin',
      )}.`;
}

function developerText({ developer, optedOut }: MyData): string {
  if (!developer.counted) {
    return optedOut
      ? 'You do not count as a developer, because you opted out.'
      : 'You do not count as a developer.';
  }
  return developer.since
    ? `You count as a developer since ${formatDate(developer.since)}.`
    : 'You count as a developer.';
}

function teamText({ teams }: MyData): string {
  const names = teams.map(({ name }) => name).join(', ');
  const noun = teams.length === 1 ? 'team' : 'teams';
  return names ? `You count in the ${noun} ${names}.` : 'You count in no team.';
}

function batchText({ batches, timeZone }: MyData): string {
  if (batches.held === 0) {
    return 'No receipt of a report from your browser.';
  }
  const newest = batches.newestAt
    ? `, the newest of ${formatInstant(batches.newestAt, timeZone)}`
    : '';
  return `${formatCountOf(
    batches.held,
    'receipt',
  )} of reports from your browser${newest}. They only distinguish a report that is sent twice from a new one, and are deleted after some days.`;
}
