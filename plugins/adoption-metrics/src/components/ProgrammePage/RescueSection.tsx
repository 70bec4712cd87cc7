import { useRouteRef } from '@backstage/frontend-plugin-api';
import { RiCheckLine, RiCloseLine, RiSubtractLine } from '@remixicon/react';
import type { RescueStep } from 'backstage-plugin-adoption-metrics-common';
import type { ReactElement } from 'react';
import { useReport } from '../../hooks/useReport';
import { pageRouteRefs } from '../../routes';
import { Loadable } from '../Loadable';
import { Section } from '../Section';
import { Chip, type ChipTone } from '../StatusChip';
import { TextLink } from '../TextLink';
import styles from './ProgrammePage.module.css';

const looks: Record<
  RescueStep['state'],
  { tone: ChipTone; icon: ReactElement }
> = {
  done: { tone: 'positive', icon: <RiCheckLine aria-hidden /> },
  open: { tone: 'negative', icon: <RiCloseLine aria-hidden /> },
  unknown: { tone: 'neutral', icon: <RiSubtractLine aria-hidden /> },
};

/** The five steps of a rescue, ticked off by what was measured. */
export function RescueSection() {
  const loaded = useReport('programme/checklist');
  return (
    <Section title="The rescue, step by step">
      <Loadable loaded={loaded} subject="The checklist" skeleton={null}>
        {({ done, steps }) => (
          <div className={styles.stack}>
            <p className={styles.lead}>
              {done} of {steps.length} steps are taken.
            </p>
            <ol className={styles.figures}>
              {steps.map(step => (
                <Step key={step.id} step={step} />
              ))}
            </ol>
          </div>
        )}
      </Loadable>
    </Section>
  );
}

function Step(props: { step: RescueStep }) {
  const { state, title, reason, page } = props.step;
  const { tone, icon } = looks[state];
  const link = useRouteRef(pageRouteRefs[page])?.();
  return (
    <li>
      <Chip tone={tone} icon={icon}>
        {state}
      </Chip>
      <div>
        <TextLink href={link} variant="plain">
          {title}
        </TextLink>
        <p className={styles.quiet}>{reason}</p>
      </div>
    </li>
  );
}
