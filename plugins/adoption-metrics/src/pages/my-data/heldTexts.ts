import type { MyData } from 'backstage-plugin-adoption-metrics-common';
import { type Language } from '../../ui/format';

/** Everything that is held about a person, a sentence each. */
export function heldTexts(data: MyData, language: Language): string[] {
  return [
    activityText(data, language),
    pluginText(data, language),
    ...actionTexts(data, language),
    ...portalTexts(data, language),
    developerText(data, language),
    teamText(data, language),
    ...attributeTexts(data, language),
    batchText(data, language),
  ];
}

function activityText(
  { activeDays, firstDay, lastDay }: MyData,
  { t, format }: Language,
): string {
  const count = activeDays.length;
  const first = firstDay ? format.date(firstDay) : undefined;
  if (count > 0) {
    return first
      ? t('myData.summary.daysSince', { count, first })
      : t('myData.summary.days', { count });
  }
  return first && lastDay
    ? t('myData.summary.activeSpan', { first, last: format.date(lastDay) })
    : t('myData.summary.noDay');
}

function pluginText({ pluginDays }: MyData, { t }: Language): string {
  const count = new Set(pluginDays.map(({ pluginId }) => pluginId)).size;
  return count === 0
    ? t('myData.summary.noPlugin')
    : t('myData.summary.plugins', { count });
}

function actionTexts(
  { actionDays }: MyData,
  { t, format }: Language,
): string[] {
  const kinds = [...new Set(actionDays.map(({ kind }) => kind))];
  return kinds.length === 0
    ? []
    : [
        t('myData.summary.actions', {
          actions: format.list(
            kinds.map(kind => t(`activeUsers.actions.kind.${kind}`)),
          ),
        }),
      ];
}

function attributeTexts(
  { attributes }: MyData,
  { t, format }: Language,
): string[] {
  const held = attributes.filter(({ to }) => to === null);
  return held.length === 0
    ? []
    : [
        t('myData.summary.attributes', {
          values: format.list(
            held.map(({ id, value }) =>
              [id, value ?? t('myData.summary.rareValue')].join(': '),
            ),
          ),
        }),
      ];
}

function portalTexts({ portals }: MyData, { t }: Language): string[] {
  return portals.map(({ title, activeDays }) =>
    t('myData.summary.portal', { title, count: activeDays.length }),
  );
}

function developerText(
  { developer, optedOut }: MyData,
  { t, format }: Language,
): string {
  if (!developer.counted) {
    return optedOut
      ? t('myData.summary.optedOut')
      : t('myData.summary.notDeveloper');
  }
  return developer.since
    ? t('myData.summary.developerSince', { day: format.date(developer.since) })
    : t('myData.summary.developer');
}

function teamText({ teams }: MyData, { t }: Language): string {
  const names = teams.map(({ name }) => name).join(', ');
  return names
    ? t('myData.summary.teams', { count: teams.length, names })
    : t('myData.summary.noTeam');
}

function batchText(
  { batches, timeZone }: MyData,
  { t, format }: Language,
): string {
  const { held: count, newestAt } = batches;
  if (count === 0) {
    return t('myData.summary.noReports');
  }
  return newestAt
    ? t('myData.summary.reportsNewest', {
        count,
        newest: format.instant(newestAt, timeZone),
      })
    : t('myData.summary.reports', { count });
}
