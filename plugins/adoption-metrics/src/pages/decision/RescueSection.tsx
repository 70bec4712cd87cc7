import { useRouteRef } from '@backstage/frontend-plugin-api';
import { RiCheckLine, RiCloseLine, RiSubtractLine } from '@remixicon/react';
import type {
  PortalCondition,
  RescueChecklist,
  RescueStep,
  WayOn,
} from 'backstage-plugin-adoption-metrics-common';
import type { ReactElement } from 'react';
import { useReport } from '../../api/useReport';
import { pageRouteRefs } from '../../routes';
import { Loadable } from '../../ui/loading/Loadable';
import { Section } from '../../ui/Section';
import { Chip, type ChipTone } from '../../ui/StatusChip';
import { TextLink } from '../../ui/TextLink';
import styles from '../../ui/layout.module.css';

type State = RescueStep['state'] | PortalCondition['state'] | WayOn['state'];

interface Look {
  tone: ChipTone;
  icon: ReactElement;
  /** Where the state itself does not say it. */
  text?: string;
}

const looks: Record<State, Look> = {
  done: { tone: 'positive', icon: <RiCheckLine aria-hidden /> },
  met: { tone: 'positive', icon: <RiCheckLine aria-hidden /> },
  open: { tone: 'negative', icon: <RiCloseLine aria-hidden /> },
  fits: { tone: 'positive', icon: <RiCheckLine aria-hidden /> },
  unfit: {
    tone: 'neutral',
    icon: <RiCloseLine aria-hidden />,
    text: 'does not fit',
  },
  lacking: { tone: 'negative', icon: <RiCloseLine aria-hidden /> },
  unknown: { tone: 'neutral', icon: <RiSubtractLine aria-hidden /> },
};

/** The five steps of a rescue, ticked off, and what it takes besides. */
export function RescueSection() {
  const loaded = useReport('decision/checklist');
  return (
    <Section title="The rescue, step by step">
      <Loadable loaded={loaded} subject="The checklist" skeleton={null}>
        {checklist => <Checklist checklist={checklist} />}
      </Loadable>
    </Section>
  );
}

function Checklist(props: { checklist: RescueChecklist }) {
  const { done, steps, conditions, ways } = props.checklist;
  const met = conditions.filter(({ state }) => state === 'met');
  return (
    <div className={styles.stack}>
      <p className={styles.lead}>
        {done} of {steps.length} steps are taken.
      </p>
      <ol className={styles.figures}>
        {steps.map(step => (
          <Step key={step.id} step={step} />
        ))}
      </ol>
      <p className={styles.lead}>
        {met.length} of the {conditions.length} conditions are met under which
        portals succeed.
      </p>
      <Judged list={conditions} />
      <p className={styles.lead}>
        Ways on, by the team and the size of the organisation.
      </p>
      <Judged list={ways} />
      <p className={styles.quiet}>
        The thresholds are those of published accounts; nobody has tested them.
      </p>
    </div>
  );
}

function Judged(props: { list: Array<PortalCondition | WayOn> }) {
  return (
    <ul className={styles.figures}>
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

function Step(props: { step: RescueStep }) {
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
  const { tone, icon, text = state } = looks[state];
  return (
    <Chip tone={tone} icon={icon}>
      {text}
    </Chip>
  );
}
