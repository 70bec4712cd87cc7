import type { DeadlineWeek } from 'backstage-plugin-adoption-metrics-common';
import { probabilityText } from '../../ui/deadline/probabilityText';
import type { Language } from '../../ui/format';

type Forecast = NonNullable<DeadlineWeek['forecast']>;
type Fact = [label: string, value: string];

/** The numbers of the last evaluated week, the one that matters most first. */
export function weekFacts(week: DeadlineWeek, language: Language): Fact[] {
  const { t, format } = language;
  const { active, developers, stillNeeded, forecast } = week;
  const users = t('common.partOfWhole', {
    part: format.count(active ?? 0),
    whole: format.count(developers ?? 0),
  });
  const known: Fact[] =
    active === null || developers === null || stillNeeded === null
      ? [[t('deadline.week.activeUsers'), t('common.unknown')]]
      : [
          [
            t('deadline.week.activeUsers'),
            week.isPartial ? t('deadline.week.atLeast', { users }) : users,
          ],
          [t('deadline.week.stillNeeded'), format.count(stillNeeded)],
        ];
  return forecast
    ? [
        probabilityOf(forecast, language),
        ...known,
        ...paceOf(forecast, language),
      ]
    : known;
}

function probabilityOf({ probability }: Forecast, language: Language): Fact {
  return [
    language.t('deadline.week.probability'),
    probabilityText(probability, language),
  ];
}

function paceOf(forecast: Forecast, { t, format }: Language): Fact[] {
  const { requiredPerWeek, achievedPerWeek, goalReachedOn } = forecast;
  return [
    [t('deadline.week.required'), format.decimal(requiredPerWeek, 1)],
    [t('deadline.week.achieved'), format.decimal(achievedPerWeek, 1)],
    [
      t('deadline.week.goalReached'),
      goalReachedOn
        ? format.date(goalReachedOn)
        : t('deadline.week.notAtThisPace'),
    ],
  ];
}
