import { useRouteRef } from '@backstage/frontend-plugin-api';
import type {
  DeadlineReport,
  DecisionOptions,
  DecisionVerdict,
  PortalCondition,
} from 'backstage-plugin-adoption-metrics-common';
import { deadlineRouteRef, reportRouteRef } from '../../routes';
import {
  approachLabel,
  approachReasons,
  bottleneckText,
  conditionReason,
  conditionTitle,
  pilotText,
  reasonsAgainst,
  reasonsFor,
  recommendationText,
  staffingText,
  verdictText,
} from '../../ui/decision';
import { Details } from '../../ui/Details';
import { useLanguage } from '../../ui/format';
import { Section } from '../../ui/Section';
import { Chip, type ChipTone } from '../../ui/StatusChip';
import { TextLink } from '../../ui/TextLink';
import { AnchorLink } from './AnchorLink';
import { DeadlineLine } from './DeadlineLine';
import { JudgedList } from './JudgedList';
import { choicesId, questionsId } from './sections';
import { Sentences } from './Sentences';
import styles from '../../ui/layout.module.css';

const tones: Record<DecisionVerdict['state'], ChipTone> = {
  stay: 'positive',
  pivot: 'negative',
  undecided: 'neutral',
};

interface RecommendationSectionProps {
  options: DecisionOptions;
  /** Undefined while it is not known. */
  deadline?: DeadlineReport;
}

/** What to do, and why: the answer to which everything below leads. */
export function RecommendationSection(props: RecommendationSectionProps) {
  const { options } = props;
  const { state } = options.verdict;
  const { t } = useLanguage();

  const chip = state in tones && (
    <Chip tone={tones[state]}>{t(`decision.verdict.state.${state}`)}</Chip>
  );
  return (
    <Section
      title={t('decision.recommendation.title')}
      actions={chip || undefined}
    >
      <Recommended {...props} />
    </Section>
  );
}

function Recommended({ options, deadline }: RecommendationSectionProps) {
  const { verdict } = options;
  const language = useLanguage();
  const { t } = language;

  return (
    <div className={styles.stack}>
      <p className={styles.lead}>{verdictText(verdict, language)}</p>
      {deadline && <DeadlineLine report={deadline} />}
      <Advice options={options} />
      <Conditions
        title={t('decision.verdict.causes')}
        conditions={verdict.causes}
      />
      <Conditions
        title={t('decision.verdict.unknown')}
        conditions={verdict.unknown}
      />
      <Background options={options} />
      <Links />
    </div>
  );
}

/** Nobody who stays is urged to choose. */
function Advice(props: { options: DecisionOptions }) {
  const { options } = props;
  const { state } = options.verdict;
  const { t } = useLanguage();

  return state === 'stay' ? (
    <Details summary={t('decision.recommendation.otherwise')}>
      <Choice options={options} />
    </Details>
  ) : (
    <>
      <h4 className={styles.heading}>
        {state === 'pivot'
          ? t('decision.recommendation.now')
          : t('decision.recommendation.today')}
      </h4>
      <Choice options={options} />
    </>
  );
}

function Choice(props: { options: DecisionOptions }) {
  const { options } = props;
  const language = useLanguage();
  const { t } = language;

  const against = reasonsAgainst(options, language);
  return (
    <div className={styles.stack}>
      <p className={styles.text}>
        <strong>{recommendationText(options, language)}</strong>
      </p>
      <Sentences list={reasonsFor(options, language)} />
      {against.length > 0 && (
        <Details summary={t('decision.recommendation.others')}>
          <Sentences list={against} />
        </Details>
      )}
      {options.recommendation.toAnswer.length > 0 && (
        <AnchorLink id={questionsId}>
          {t('decision.recommendation.answer')}
        </AnchorLink>
      )}
    </div>
  );
}

function Conditions(props: { title: string; conditions: PortalCondition[] }) {
  const { title, conditions } = props;
  const language = useLanguage();

  return conditions.length > 0 ? (
    <>
      <h4 className={styles.heading}>{title}</h4>
      <JudgedList
        list={conditions.map(each => ({
          ...each,
          title: conditionTitle(each, language),
          reason: conditionReason(each, language),
        }))}
      />
    </>
  ) : null;
}

/** What else is known of the portal and its team. */
function Background(props: { options: DecisionOptions }) {
  const { options } = props;
  const language = useLanguage();
  const { t } = language;

  const { approach, staffing, bottleneck, pilot } = options;
  return (
    <Details
      summary={t('decision.approach.title', {
        label: approachLabel(approach, language),
      })}
    >
      <Sentences
        list={[
          ...approachReasons(options, language),
          staffingText(staffing, language),
          bottleneckText(bottleneck, language),
          pilotText(pilot, language),
        ]}
      />
    </Details>
  );
}

function Links() {
  const { t } = useLanguage();

  const page = useRouteRef(deadlineRouteRef)?.();
  const report = useRouteRef(reportRouteRef)?.();
  return (
    <div className={styles.row}>
      <AnchorLink id={choicesId}>{t('decision.form.title')}</AnchorLink>
      <TextLink href={report}>{t('decision.deadline.report')}</TextLink>
      <TextLink href={page}>{t('decision.deadline.view')}</TextLink>
    </div>
  );
}
