import type {
  DecisionOptions,
  DecisionVerdict,
} from 'backstage-plugin-adoption-metrics-common';
import { useLanguage } from '../../ui/format';
import { Section } from '../../ui/Section';
import { Chip, type ChipTone } from '../../ui/StatusChip';
import { AnchorLink } from './AnchorLink';
import { JudgedList } from './JudgedList';
import { questionsId } from './sections';
import { Sentences } from './Sentences';
import styles from '../../ui/layout.module.css';

const tones: Record<DecisionVerdict['state'], ChipTone> = {
  stay: 'positive',
  pivot: 'negative',
  undecided: 'neutral',
};

/** Whether to stay or to move, in one sentence, and what that rests on. */
export function VerdictSection(props: { options: DecisionOptions }) {
  const { verdict, approach, staffing, bottleneck, pilot } = props.options;
  const { t } = useLanguage();

  const { state, sentence, causes, unknown } = verdict;
  return (
    <Section
      title={t('decision.verdict.title')}
      actions={
        <Chip tone={tones[state]}>{t(`decision.verdict.state.${state}`)}</Chip>
      }
    >
      <div className={styles.stack}>
        <p className={styles.lead}>{sentence}</p>
        {causes.length > 0 && (
          <>
            <h4 className={styles.heading}>{t('decision.verdict.causes')}</h4>
            <JudgedList list={causes} />
          </>
        )}
        {unknown.length > 0 && (
          <>
            <h4 className={styles.heading}>{t('decision.verdict.unknown')}</h4>
            <JudgedList list={unknown} />
            <AnchorLink id={questionsId}>
              {t('decision.verdict.answer')}
            </AnchorLink>
          </>
        )}
        <h4 className={styles.heading}>
          {t('decision.verdict.approach', {
            label: t(`decision.approach.${approach.label ?? 'none'}`),
          })}
        </h4>
        <p className={styles.text}>{approach.sentence}</p>
        <Sentences list={approach.reasons} />
        <p className={styles.quiet}>{staffing.sentence}</p>
        <p className={styles.quiet}>{bottleneck.sentence}</p>
        <p className={styles.quiet}>{pilot.sentence}</p>
      </div>
    </Section>
  );
}
