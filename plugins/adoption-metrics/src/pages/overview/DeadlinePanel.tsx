import type { DeadlineSummary } from 'backstage-plugin-adoption-metrics-common';
import { deadlineRouteRef, decisionRouteRef } from '../../routes';
import { countDown } from '../../ui/deadline/countDown';
import { DeadlineChip } from '../../ui/deadline/DeadlineChip';
import { ForecastDrawing } from '../../ui/deadline/ForecastDrawing';
import { NoDeadline } from '../../ui/deadline/NoDeadline';
import { outlookTexts } from '../../ui/deadline/outlookTexts';
import { probabilityText } from '../../ui/deadline/probabilityText';
import { useLanguage, type Language } from '../../ui/format';
import { Section } from '../../ui/Section';
import { TextLink } from '../../ui/TextLink';
import { usePageLink } from '../../ui/usePageLink';
import styles from './OverviewPage.module.css';

/** How long there is and how likely the goal is; or who can set a deadline. */
export function DeadlinePanel(props: { summary: DeadlineSummary }) {
  const { summary } = props;
  const { t } = useLanguage();

  return summary.deadline ? (
    <Section
      title={t('overview.deadline.title')}
      actions={summary.state && <DeadlineChip state={summary.state} />}
    >
      <Running summary={summary} deadline={summary.deadline} />
    </Section>
  ) : (
    <Section title={t('overview.deadline.title')}>
      <NoDeadline stuck={summary.stuck} />
    </Section>
  );
}

function Running(props: {
  summary: DeadlineSummary;
  deadline: NonNullable<DeadlineSummary['deadline']>;
}) {
  const { summary, deadline } = props;
  const language = useLanguage();
  const { t, format } = language;

  const facts = factsOf(summary, language);
  const pace = isOver(summary) ? [] : outlookTexts(summary, language).slice(1);
  return (
    <div className={styles.deadline}>
      <div className={styles.words}>
        <p className={styles.text}>
          {t('overview.deadline.goal', {
            goal: format.share(deadline.goal),
            date: format.date(deadline.date),
          })}
        </p>
        <dl className={styles.facts}>
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {pace.length > 0 && <p className={styles.quiet}>{pace.join(' · ')}</p>}
        <ReadOn summary={summary} />
      </div>
      <ForecastDrawing report={summary} className={styles.drawing} withAxis />
    </div>
  );
}

type Fact = [label: string, value: string];

function factsOf(summary: DeadlineSummary, language: Language): Fact[] {
  const { t, format } = language;
  const { latest, daysLeft, deadline } = summary;
  const time = countDown(daysLeft!, t);
  const current: Fact = [
    t('overview.deadline.current'),
    latest && latest.share !== null
      ? format.share(latest.share, { operator: '>=', value: deadline!.goal })
      : t('common.unknown'),
  ];
  if (isOver(summary)) {
    // What it was then; the tile of the metric says what it is now.
    const [usual, share] = current;
    const label = latest
      ? t('overview.deadline.currentOn', { day: format.date(latest.week) })
      : usual;
    return [
      [label, share],
      [t('overview.deadline.over'), time],
    ];
  }
  const probability = latest?.forecast
    ? probabilityText(latest.forecast.probability, language)
    : t('common.unknown');
  return [
    [t('overview.deadline.probability'), probability],
    [
      t('overview.deadline.timeLeft'),
      daysLeft! > 0 ? t('overview.deadline.days', { count: daysLeft! }) : time,
    ],
    current,
  ];
}

/** Where to read on: about the forecast, or about what to do now. */
function ReadOn(props: { summary: DeadlineSummary }) {
  const { state, isDecided } = props.summary;
  const { t } = useLanguage();

  const page = usePageLink(deadlineRouteRef);
  const decision = usePageLink(decisionRouteRef);
  return state === 'missed' && !isDecided && decision ? (
    <TextLink href={decision}>{t('deadline.decision.make')}</TextLink>
  ) : (
    <TextLink href={page}>
      {isOver(props.summary)
        ? t('card.deadline.history')
        : t('overview.deadline.view')}
    </TextLink>
  );
}

function isOver({ state }: DeadlineSummary): boolean {
  return state === 'achieved' || state === 'missed';
}
