import type { DeadlineSummary } from 'backstage-plugin-adoption-metrics-common';
import { chosenTitle } from './chosenTitle';
import { probabilityText } from './probabilityText';
import type { ScorecardLanguage } from '../format';

/** People a week that would read as 0.0. */
const noGrowth = 0.05;

type Forecast = NonNullable<NonNullable<DeadlineSummary['latest']>['forecast']>;

/** How likely the goal is and what it takes, or what became of it, in phrases. */
export function outlookTexts(
  summary: DeadlineSummary,
  language: ScorecardLanguage,
): string[] {
  const { t, format } = language;
  const goal = format.share(summary.deadline!.goal);
  const forecast = summary.latest?.forecast;
  switch (summary.state) {
    case 'achieved':
      return [t('card.deadline.achieved', { goal })];
    case 'missed':
      return [
        t('card.deadline.missed', { goal }),
        ...decidedTexts(summary, language),
      ];
    default:
      return forecast
        ? forecastTexts(forecast, goal, language)
        : [t('card.deadline.noForecast')];
  }
}

/** What was decided, for those who may see it. An older backend never says. */
function decidedTexts(
  { isDecided, decision = null }: DeadlineSummary,
  language: ScorecardLanguage,
): string[] {
  const { t } = language;
  if (!isDecided) {
    return [];
  }
  return decision
    ? [t('card.deadline.chosen', { option: chosenTitle(decision, language) })]
    : [t('card.deadline.decided')];
}

function forecastTexts(
  { probability, requiredPerWeek, achievedPerWeek }: Forecast,
  goal: string,
  language: ScorecardLanguage,
): string[] {
  const { t, format } = language;
  const users = (perWeek: number) => format.decimal(perWeek, 1);
  return [
    t('card.deadline.probability', {
      goal,
      probability: probabilityText(probability, language),
    }),
    ...(requiredPerWeek < noGrowth
      ? []
      : [t('card.deadline.needed', { users: users(requiredPerWeek) })]),
    achievedPerWeek < noGrowth
      ? t('card.deadline.noGrowth')
      : t('card.deadline.growing', { users: users(achievedPerWeek) }),
  ];
}
