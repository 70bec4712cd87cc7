import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { Button } from '@backstage/ui';
import { useState } from 'react';
import { reasonOf } from '../Loadable';
import { TextLink } from '../TextLink';
import styles from './EntityStalenessCard.module.css';

const viewUrlAnnotation = 'backstage.io/view-url';

type Progress =
  | { state: 'idle' | 'asking' | 'asked' }
  | { state: 'failed'; error: Error };

/** The way to the source of an entity, and to have it read again. */
export function Repair(props: { entity: Entity }) {
  const { entity } = props;
  const catalog = useApi(catalogApiRef);
  const [progress, setProgress] = useState<Progress>({ state: 'idle' });
  const refresh = async () => {
    setProgress({ state: 'asking' });
    try {
      await catalog.refreshEntity(stringifyEntityRef(entity));
      setProgress({ state: 'asked' });
    } catch (thrown) {
      setProgress({ state: 'failed', error: toError(thrown) });
    }
  };
  return (
    <div className={styles.repair}>
      <Button
        variant="secondary"
        isPending={progress.state === 'asking'}
        onPress={refresh}
      >
        Refresh
      </Button>
      <TextLink href={sourceOf(entity)}>Source</TextLink>
      <Outcome progress={progress} />
    </div>
  );
}

function Outcome(props: { progress: Progress }) {
  const { progress } = props;
  if (progress.state === 'asked') {
    return (
      <span role="status" className={styles.quiet}>
        The catalog reads it again; the next scan judges what it finds.
      </span>
    );
  }
  return progress.state === 'failed' ? (
    <span role="alert" className={styles.failure}>
      It could not be refreshed: {reasonOf(progress.error)}
    </span>
  ) : null;
}

/** Only what a browser can follow without running anything. */
function sourceOf({ metadata }: Entity): string | undefined {
  const url = metadata.annotations?.[viewUrlAnnotation];
  return url && /^https?:/.test(url) ? url : undefined;
}
