import { Button } from '@backstage/ui';
import type { DeveloperPreview } from 'backstage-plugin-adoption-metrics-common';
import { useState } from 'react';
import { isForbidden } from '../../api';
import { exclusionReasonNames, formatCount } from '../../ui/format';
import { useDevelopers } from '../../api/useAdoptionMetrics';
import { Loadable } from '../../ui/loading/Loadable';
import { ContentSkeleton } from '../../ui/loading/LoadedSection';
import { Section } from '../../ui/Section';
import styles from './DevelopersPage.module.css';

/** Names, only when somebody asks who may. */
export function NamesSection() {
  const [asked, setAsked] = useState(false);
  return (
    <Section title="Names">
      {asked ? (
        <Names />
      ) : (
        <div className={styles.request}>
          <p className={styles.quiet}>
            Who counts and who does not, by name, is shown only to people who
            may manage it.
          </p>
          <Button variant="secondary" onPress={() => setAsked(true)}>
            Show names
          </Button>
        </div>
      )}
    </Section>
  );
}

function Names() {
  const preview = useDevelopers(true);
  if (isForbidden(preview.error)) {
    return (
      <p role="status" className={styles.quiet}>
        You may not see names. They need the permission{' '}
        <code>adoption-metrics.people.manage</code>, or your entry in{' '}
        <code>adoptionMetrics.administrators</code>.
      </p>
    );
  }
  return (
    <Loadable
      loaded={preview}
      subject="The names"
      skeleton={<ContentSkeleton title="Names" height={160} />}
    >
      {value => <NameLists preview={value} />}
    </Loadable>
  );
}

function NameLists(props: { preview: DeveloperPreview }) {
  const { people, exclusions } = props.preview;
  return (
    <>
      <NameList title="Counts as a developer" people={people} />
      {exclusions.map(exclusion => (
        <NameList
          key={exclusion.reason}
          title={exclusionReasonNames[exclusion.reason]}
          people={exclusion.people}
        />
      ))}
    </>
  );
}

function NameList(props: { title: string; people?: string[] }) {
  const { title, people } = props;
  if (!people?.length) {
    return null;
  }
  return (
    <details className={styles.names}>
      <summary>
        {title}: {formatCount(people.length)}
      </summary>
      <ul>
        {people.map(entityRef => (
          <li key={entityRef}>{entityRef}</li>
        ))}
      </ul>
    </details>
  );
}
