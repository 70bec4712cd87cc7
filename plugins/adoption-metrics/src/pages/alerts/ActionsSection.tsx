import { useRouteRef } from '@backstage/frontend-plugin-api';
import type {
  Digest,
  RecommendedAction,
} from 'backstage-plugin-adoption-metrics-common';
import { pageRouteRefs } from '../../routes';
import { Section } from '../../ui/Section';
import { TextLink } from '../../ui/TextLink';
import styles from './DigestPage.module.css';

/** The few things that would help the most, with the page of each. */
export function ActionsSection(props: { digest: Digest }) {
  const { actions, metrics } = props.digest;
  const isAllMet =
    metrics.length > 0 && metrics.every(({ status }) => status === 'met');
  return (
    <Section title="What would help the most">
      {actions.length === 0 ? (
        <p className={styles.quiet}>
          {isAllMet
            ? 'Every metric meets its target.'
            : 'What was measured does not say what would help.'}
        </p>
      ) : (
        <ol className={styles.actions}>
          {actions.map(action => (
            <Action key={action.id} action={action} />
          ))}
        </ol>
      )}
    </Section>
  );
}

function Action(props: { action: RecommendedAction }) {
  const { title, reason, page } = props.action;
  const link = useRouteRef(pageRouteRefs[page])?.();
  return (
    <li>
      <TextLink href={link} variant="plain">
        {title}
      </TextLink>
      <p className={styles.quiet}>{reason}</p>
    </li>
  );
}
