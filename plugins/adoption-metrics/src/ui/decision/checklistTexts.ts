import type {
  ChecklistStep,
  PortalCondition,
} from 'backstage-plugin-adoption-metrics-common';
import type { Language } from '../format';
import { rangeText } from '../rangeText';

type Values = ChecklistStep['values'];

/** What is to be done. */
export function stepTitle(
  { id, title, values }: ChecklistStep,
  { t, format }: Language,
): string {
  switch (id) {
    case 'deadline':
    case 'audit':
    case 'data-quality':
    case 'report':
      return t(`decision.step.title.${id}`);
    case 'simplify': {
      const most = numberIn(values, 'most');
      return most === null
        ? t('decision.step.title.fewPlugins')
        : t('decision.step.title.plugins', { most: format.count(most) });
    }
    default:
      return title;
  }
}

/** What the state of a step rests on; of a newer backend in its words. */
export function stepReason(step: ChecklistStep, language: Language): string {
  const { code, values, reason } = step;
  const { t, format } = language;
  const date = (name: string) => dateIn(values, name, language);
  switch (code) {
    case 'no-deadline':
    case 'stale-unknown':
    case 'plugins-unknown':
      return t(`decision.step.${code}`);
    case 'deadline':
    case 'digest':
      return t(`decision.step.${code}`, { date: date('date') });
    case 'no-page-loads':
    case 'not-viewed':
    case 'no-digest':
      return t(`decision.step.${code}`, { date: date('since') });
    case 'viewed':
      return t('decision.step.viewed', {
        count: numberIn(values, 'times') ?? 0,
        date: date('since'),
      });
    case 'plugins':
      return pluginsText(values, language);
    case 'stale':
      return t('decision.step.stale', {
        stale: format.countOrUnknown(numberIn(values, 'stale')),
        entities: format.countOrUnknown(numberIn(values, 'entities')),
        target: format.target(
          { operator: '<', value: numberIn(values, 'target') ?? 0 },
          'share',
        ),
      });
    default:
      return reason;
  }
}

/** How many plugins are used, and which of those that are recommended are missing. */
function pluginsText(values: Values, { t, format }: Language): string {
  const tooMany = numberIn(values, 'tooMany') ?? 0;
  const missing = values.missing ?? null;
  const count = numberIn(values, 'plugins') ?? 0;
  return [
    tooMany > 0
      ? t('decision.step.tooMany', { count, tooMany: format.count(tooMany) })
      : t('decision.step.plugins', { count }),
    ...(Array.isArray(missing)
      ? [
          missing.length === 0
            ? t('decision.step.allRecommended')
            : t('decision.step.recommended', { list: format.list(missing) }),
        ]
      : []),
  ].join(' ');
}

/** What the state of a condition rests on; of a newer backend in its words. */
export function conditionReason(
  { code, values, reason }: PortalCondition,
  language: Language,
): string {
  const { t, format } = language;
  const numberOrUnknown = (name: string) => {
    const value = numberIn(values, name);
    return value === null ? t('common.unknown') : format.number(value);
  };
  switch (code) {
    case 'unanswered':
    case 'stale-answer':
    case 'plugins-unknown':
    case 'sponsor':
    case 'no-sponsor':
    case 'managed':
      return t(`decision.conditionReason.${code}`);
    case 'team':
    case 'self-hosted':
      return t(`decision.conditionReason.${code}`, {
        team: numberOrUnknown('team'),
        least: numberOrUnknown('least'),
      });
    case 'plugins':
      return t('decision.conditionReason.plugins', {
        count: numberIn(values, 'plugins') ?? 0,
        most: numberOrUnknown('most'),
      });
    case 'months':
      return monthsText(values, language);
    default:
      return reason;
  }
}

function monthsText(values: Values, language: Language): string {
  const { t, format } = language;
  const low = numberIn(values, 'low');
  const said = {
    count: numberIn(values, 'months') ?? 0,
    goal: format.share(numberIn(values, 'goal') ?? 0),
  };
  return low === null
    ? t('decision.conditionReason.monthsNoPlan', said)
    : t('decision.conditionReason.months', {
        ...said,
        plans: rangeText(
          { low, high: numberIn(values, 'high') },
          format.number,
          language,
        ),
      });
}

function numberIn(values: Values, name: string): number | null {
  const value = values[name];
  return typeof value === 'number' ? value : null;
}

function dateIn(values: Values, name: string, { t, format }: Language): string {
  const value = values[name];
  return typeof value === 'string' ? format.date(value) : t('common.unknown');
}
