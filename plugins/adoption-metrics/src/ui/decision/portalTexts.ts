import type {
  Bottleneck,
  ComparedOption,
  DecisionApproach,
  DecisionOptions,
  DecisionPilot,
  DecisionReadiness,
  Staffing,
} from 'backstage-plugin-adoption-metrics-common';
import type { Language } from '../format';
import { requirementTitle } from './names';

/** Whether the team is large enough. */
export function staffingText(
  { state, team, sentence }: Staffing,
  { t, format }: Language,
): string {
  const size = team === null ? t('common.unknown') : format.number(team);
  switch (state) {
    case 'enough':
    case 'managed-only':
    case 'not-viable':
    case 'unknown':
      return t(`decision.staffing.${state}`, { team: size });
    default:
      return sentence;
  }
}

/** Whether the portal waits for its team. */
export function bottleneckText(
  { state, outsideChanges, sentence }: Bottleneck,
  { t, format }: Language,
): string {
  if (outsideChanges === null) {
    return t('decision.bottleneck.unknown');
  }
  const share = format.share(outsideChanges);
  switch (state) {
    case 'met':
    case 'not-met':
      return t(`decision.bottleneck.${state}`, { share });
    case 'unknown':
      return t('decision.bottleneck.met', { share });
    default:
      return sentence;
  }
}

/** Whether the portal has left its pilot. */
export function pilotText(
  { state, months, teams, sentence }: DecisionPilot,
  { t, format }: Language,
): string {
  if (months === null || teams === null || state === 'unknown') {
    return t('decision.pilot.unknown');
  }
  if (state !== 'met' && state !== 'not-met') {
    return sentence;
  }
  return t(`decision.pilot.${state}`, {
    count: months,
    active: format.count(teams.active),
    all: format.count(teams.all),
  });
}

/** Whether an organization is ready for what takes the most of it. */
export function readinessText(
  { state, title, questions, sentence }: DecisionReadiness,
  { t }: Language,
): string {
  const answered = (wanted: boolean | null) =>
    questions.filter(({ answer }) => answer === wanted).length;
  switch (state) {
    case 'ready':
      return t('decision.readiness.ready', { title });
    case 'wrong-choice':
      return t('decision.readiness.wrong', { title, count: answered(false) });
    case 'undecided':
      return t('decision.readiness.undecided', {
        title,
        count: answered(null),
      });
    default:
      return sentence;
  }
}

/** What to do in one word, as a heading has it. */
export function approachLabel(
  { label }: DecisionApproach,
  { t }: Language,
): string {
  switch (label) {
    case 'build':
    case 'buy':
    case 'extend':
      return t(`decision.approach.${label}`);
    default:
      return label ?? t('decision.approach.none');
  }
}

/** What that rests on: what fits, and why nothing is built. */
export function approachReasons(
  { approach, options, recommendation }: DecisionOptions,
  language: Language,
): string[] {
  const { t, format } = language;
  const fitting = options.filter(
    option =>
      option.state === 'fits' &&
      (approach.label === 'build'
        ? option.approach === 'build'
        : recommendation.options.includes(option.id)),
  );
  const names = format.list(fitting.map(({ title }) => title));
  return [
    ...(fitting.length > 0
      ? [t('decision.approach.fits', { count: fitting.length, names })]
      : []),
    ...(approach.label === 'build' ? [] : whyNotBuild(options, language)),
  ];
}

function whyNotBuild(options: ComparedOption[], language: Language): string[] {
  const { t, format } = language;
  return options
    .filter(({ approach }) => approach === 'build')
    .filter(({ state }) => state !== 'fits')
    .map(({ title, state, requirements }) => {
      const wanted = state === 'unfit' ? 'not-met' : 'unknown';
      const open = requirements.filter(each => each.state === wanted);
      return t(`decision.approach.${state === 'unfit' ? 'unfit' : 'open'}`, {
        title,
        list: format.list(open.map(each => requirementTitle(each, language))),
      });
    });
}
