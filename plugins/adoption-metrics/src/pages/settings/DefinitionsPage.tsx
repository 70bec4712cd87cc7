import { Header } from '@backstage/ui';
import type { Definition } from 'backstage-plugin-adoption-metrics-common';
import { useAnswer } from '../../api';
import { Loadable } from '../../ui/loading/Loadable';
import {
  onSurface,
  PageContent,
  Section,
  SectionSkeleton,
} from '../../ui/Section';
import { useLanguage } from '../../ui/format';
import { useAnchor } from '../../ui/useAnchor';
import styles from './DefinitionsPage.module.css';

/** What each metric means; `#uptime` and its like lead to one of them. */
export function DefinitionsPage() {
  const { t } = useLanguage();

  const definitions = useAnswer('GET /definitions');
  return (
    <>
      <Header
        title={t('settings.definitions.title')}
        description={t('settings.definitions.description')}
      />
      <PageContent>
        <Loadable
          loaded={definitions}
          subject={t('settings.definitions.subject')}
          skeleton={<SectionSkeleton height={480} />}
          frame={onSurface}
        >
          {value => <DefinitionList definitions={value.definitions} />}
        </Loadable>
      </PageContent>
    </>
  );
}

function DefinitionList(props: { definitions: Definition[] }) {
  useAnchor(true);
  return (
    <>
      {props.definitions.map(definition => (
        <Section
          key={definition.metric}
          id={definition.metric}
          title={definition.name}
        >
          <DefinitionText definition={definition} />
        </Section>
      ))}
    </>
  );
}

function DefinitionText(props: { definition: Definition }) {
  const { text, target, unit, version, from } = props.definition;
  const { t, format } = useLanguage();

  return (
    <>
      <p className={styles.text}>{text}</p>
      <p className={styles.meta}>
        {t('settings.definitions.meta', {
          target: format.target(target, unit),
          version: String(version),
          day: format.date(from),
        })}
      </p>
    </>
  );
}
