import { Button } from '@backstage/ui';
import type { DeveloperPreview } from 'backstage-plugin-adoption-metrics-common';
import { useState } from 'react';
import { isForbidden } from '../../api';
import { useAnswer } from '../../api';
import { Loadable } from '../../ui/loading/Loadable';
import { ContentSkeleton } from '../../ui/loading/LoadedSection';
import { Section } from '../../ui/Section';
import { useLanguage } from '../../ui/format';
import styles from './IncludedUsersSections.module.css';

/** Names, only when somebody asks who may. */
export function NamesSection() {
  const { t } = useLanguage();

  const [asked, setAsked] = useState(false);
  return (
    <Section title={t('settings.developers.names')}>
      {asked ? (
        <Names />
      ) : (
        <div className={styles.request}>
          <p className={styles.quiet}>{t('settings.developers.namesText')}</p>
          <Button variant="secondary" onPress={() => setAsked(true)}>
            {t('settings.developers.showNames')}
          </Button>
        </div>
      )}
    </Section>
  );
}

function Names() {
  const { t } = useLanguage();

  const preview = useAnswer('GET /developers', { query: { names: true } });
  if (isForbidden(preview.error)) {
    return (
      <p role="status" className={styles.quiet}>
        {t('settings.developers.namesForbidden', {
          permission: <code>adoption-metrics.people.manage</code>,
          administrators: <code>adoptionMetrics.administrators</code>,
        })}
      </p>
    );
  }
  return (
    <Loadable
      loaded={preview}
      subject={t('settings.developers.namesSubject')}
      skeleton={
        <ContentSkeleton title={t('settings.developers.names')} height={160} />
      }
    >
      {value => <NameLists preview={value} />}
    </Loadable>
  );
}

function NameLists(props: { preview: DeveloperPreview }) {
  const { people, exclusions } = props.preview;
  const { t } = useLanguage();

  return (
    <>
      <NameList title={t('settings.developers.countsAs')} people={people} />
      {exclusions.map(exclusion => (
        <NameList
          key={exclusion.reason}
          title={t(`settings.developers.reasons.${exclusion.reason}`)}
          people={exclusion.people}
        />
      ))}
    </>
  );
}

function NameList(props: { title: string; people?: string[] }) {
  const { title, people } = props;
  const { t, format } = useLanguage();

  if (!people?.length) {
    return null;
  }
  return (
    <details className={styles.names}>
      <summary>
        {t('settings.developers.namesOf', {
          title,
          total: format.count(people.length),
        })}
      </summary>
      <ul>
        {people.map(entityRef => (
          <li key={entityRef}>{entityRef}</li>
        ))}
      </ul>
    </details>
  );
}
