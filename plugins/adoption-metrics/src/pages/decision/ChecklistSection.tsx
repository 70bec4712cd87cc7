import { useRouteRef } from '@backstage/frontend-plugin-api';
import { RiCheckLine, RiCloseLine, RiSubtractLine } from '@remixicon/react';
import type {
  PortalCondition,
  DecisionChecklist,
  ChecklistStep,
} from 'backstage-plugin-adoption-metrics-common';
import type { ReactElement } from 'react';
import { useAnswer } from '../../api';
import { pageRouteRefs } from '../../routes';
import { Loadable } from '../../ui/loading/Loadable';
import { Section } from '../../ui/Section';
import { Chip, type ChipTone } from '../../ui/StatusChip';
import { TextLink } from '../../ui/TextLink';
import { useLanguage } from '../../ui/format';
import styles from '../../ui/layout.module.css';

type State = ChecklistStep['state'] | PortalCondition['state'];

interface Look {
  tone: ChipTone;
  icon: ReactElement;
}

const looks: Record<State, Look> = {
  done: { tone: 'positive', icon: <RiCheckLine aria-hidden /> },
  met: { tone: 'positive', icon: <RiCheckLine aria-hidden /> },
  open: { tone: 'negative', icon: <RiCloseLine aria-hidden /> },
  'not-met': { tone: 'negative', icon: <RiCloseLine aria-hidden /> },
  unknown: { tone: 'neutral', icon: <RiSubtractLine aria-hidden /> },
};

/** The steps of a recovery, ticked off, and what it takes besides. */
export function ChecklistSection() {
  const { t } = useLanguage();

  const loaded = useAnswer('GET /decision/checklist');
  return (
    <Section title={t('decision.checklist.title')}>
      <Loadable
        loaded={loaded}
        subject={t('decision.checklist.subject')}
        skeleton={null}
      >
        {checklist => <Checklist checklist={checklist} />}
      </Loadable>
    </Section>
  );
}

function Checklist(props: { checklist: DecisionChecklist }) {
  const { done, steps, conditions, published } = props.checklist;
  const { t, format } = useLanguage();

  const met = conditions.filter(({ state }) => state === 'met');
  return (
    <div className={styles.stack}>
      <p className={styles.lead}>
        {t('decision.checklist.steps', {
          done: format.count(done),
          total: format.count(steps.length),
        })}
      </p>
      <ol className={styles.metrics}>
        {steps.map(step => (
          <Step key={step.id} step={step} />
        ))}
      </ol>
      <p className={styles.lead}>
        {t('decision.checklist.conditions', {
          met: format.count(met.length),
          total: format.count(conditions.length),
        })}
      </p>
      <Judged list={conditions} />
      <p className={styles.quiet}>
        {t('decision.checklist.disclaimer', {
          source: published.source,
          date: format.date(published.date),
        })}
      </p>
    </div>
  );
}

function Judged(props: { list: PortalCondition[] }) {
  return (
    <ul className={styles.metrics}>
      {props.list.map(({ id, state, title, reason }) => (
        <li key={id}>
          <StateChip state={state} />
          <div>
            {title}
            <p className={styles.quiet}>{reason}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Step(props: { step: ChecklistStep }) {
  const { state, title, reason, page } = props.step;
  const link = useRouteRef(pageRouteRefs[page])?.();
  return (
    <li>
      <StateChip state={state} />
      <div>
        <TextLink href={link} variant="plain">
          {title}
        </TextLink>
        <p className={styles.quiet}>{reason}</p>
      </div>
    </li>
  );
}

function StateChip(props: { state: State }) {
  const { state } = props;
  const { t } = useLanguage();

  const { tone, icon } = looks[state];
  return (
    <Chip tone={tone} icon={icon}>
      {t(`decision.checklist.state.${state}`)}
    </Chip>
  );
}
