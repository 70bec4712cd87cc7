import { Header } from '@backstage/ui';
import type {
  DeadlineReport,
  DecisionAnswers,
  DecisionOptions,
} from 'backstage-plugin-adoption-metrics-common';
import { decisionPermission } from '../../access';
import { isForbidden, useAnswer } from '../../api';
import { useDeadline } from '../../api/useAdoptionMetrics';
import type { Loaded } from '../../api/useLoaded';
import { useLanguage } from '../../ui/format';
import { Guard } from '../../ui/Guard';
import { Loadable } from '../../ui/loading/Loadable';
import { onSurface, PageContent, SectionSkeleton } from '../../ui/Section';
import { Surface } from '../../ui/Surface';
import { useAnchor } from '../../ui/useAnchor';
import { ChecklistSection } from './ChecklistSection';
import { ChoicesSection } from './ChoicesSection';
import { DeadlineSection } from './DeadlineSection';
import { MoneySection } from './MoneySection';
import { NumbersSection } from './NumbersSection';
import { OptionsSection } from './OptionsSection';
import { ProofsSection } from './ProofsSection';
import { QuestionsSection } from './QuestionsSection';
import { ReadinessSection } from './ReadinessSection';
import { RecommendationSection } from './RecommendationSection';
import styles from './DecisionTab.module.css';

/** Whether to stay or to switch, and to what. */
export function DecisionTab() {
  const { t } = useLanguage();

  const deadline = useDeadline();
  // Whoever may read none of the rest may not read these either.
  const answers = useAnswer('GET /decision/answers');
  useAnchor(answers.value !== undefined);
  return (
    <>
      <Header
        title={t('decision.title')}
        description={t('decision.description')}
      />
      <PageContent>
        {isForbidden(answers.error) ? (
          <>
            <Loadable
              loaded={deadline}
              subject={t('deadline.subject')}
              skeleton={<SectionSkeleton height={120} />}
              frame={onSurface}
            >
              {report => <DeadlineSection report={report} />}
            </Loadable>
            <Restricted />
            <ChecklistSection />
          </>
        ) : (
          <Decision answers={answers} deadline={deadline} />
        )}
      </PageContent>
    </>
  );
}

/** Options and money are for few; the checklist is for everybody. */
function Restricted() {
  const { t } = useLanguage();

  return (
    <Surface>
      <p className={styles.restricted} role="status">
        {t('decision.restricted', {
          permission: <code>{decisionPermission}</code>,
        })}
      </p>
    </Surface>
  );
}

function Decision(props: {
  answers: Loaded<DecisionAnswers>;
  deadline: Loaded<DeadlineReport>;
}) {
  const { answers, deadline } = props;

  const options = useAnswer('GET /decision/options');
  const money = useAnswer('GET /decision/money');
  // Answers and numbers are what options and costs are reckoned from.
  const reload = () => {
    answers.reload();
    options.reload();
    money.reload();
  };
  return (
    <>
      <Options options={options} deadline={deadline} />
      <MoneySection loaded={money} onChanged={reload} />
      {options.value && (
        <Guard>
          <ReadinessSection readiness={options.value.readiness} />
        </Guard>
      )}
      <QuestionsSection loaded={answers} onChanged={reload} />
      <ProofsSection />
      <ChoicesSection onChanged={deadline.reload} />
      <ChecklistSection />
      <NumbersSection timeZone={answers.value?.timeZone} onChanged={reload} />
    </>
  );
}

function Options(props: {
  options: Loaded<DecisionOptions>;
  deadline: Loaded<DeadlineReport>;
}) {
  const { options, deadline } = props;
  const { t } = useLanguage();

  return (
    <Loadable
      loaded={options}
      subject={t('decision.options.title')}
      skeleton={<SectionSkeleton height={800} />}
      frame={onSurface}
    >
      {value => (
        <>
          <Guard>
            <RecommendationSection options={value} deadline={deadline.value} />
          </Guard>
          <Guard>
            <OptionsSection options={value} />
          </Guard>
        </>
      )}
    </Loadable>
  );
}
