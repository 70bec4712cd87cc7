import type {
  DecisionOptions,
  DecisionVerdict,
} from 'backstage-plugin-adoption-metrics-common';
import { useLanguage } from '../../ui/format';
import { Section } from '../../ui/Section';
import { Chip, type ChipTone } from '../../ui/StatusChip';
import { TextLink } from '../../ui/TextLink';
import { JudgedList } from './JudgedList';
import { questionsId } from './sections';
import styles from '../../ui/layout.module.css';

const tones: Record<DecisionVerdict['state'], ChipTone> = {
  stay: 'positive',
  pivot: 'negative',
  undecided: 'neutral',
};

/** Whether to stay or to move, in one sentence, and what that rests on. */
export function VerdictSection(props: { options: DecisionOptions }) {
  const { verdict, approach, staffing, bottleneck } = props.options;
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
            <TextLink href={`#${questionsId}`}>
              {t('decision.verdict.answer')}
            </TextLink>
          </>
        )}
        <h4 className={styles.heading}>
          {t('decision.verdict.approach', {
            label: t(`decision.approach.${approach.label ?? 'none'}`),
          })}
        </h4>
        <Reasons sentence={approach.sentence} reasons={approach.reasons} />
        <p className={styles.quiet}>{staffing.sentence}</p>
        <p className={styles.quiet}>{bottleneck.sentence}</p>
      </div>
    </Section>
  );
}

/** A sentence with what speaks for it. */
export function Reasons(props: { sentence: string; reasons: string[] }) {
  const { sentence, reasons } = props;
  return (
    <>
      <p className={styles.text}>{sentence}</p>
      {reasons.length > 0 && (
        <ul className={styles.list}>
          {reasons.map(reason => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
    </>
  );
}
