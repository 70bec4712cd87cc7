import type {
  Digest,
  RecommendedAction,
} from 'backstage-plugin-adoption-metrics-common';
import { actionText } from './actionText';
import { useLanguage } from './format';
import { TextLink } from './TextLink';
import { useActionLink } from './useActionLink';
import styles from './ActionList.module.css';

/** The few things that would help the most, each with where to do it. */
export function ActionList(props: {
  digest: Pick<Digest, 'actions' | 'metrics'>;
}) {
  const { actions, metrics } = props.digest;
  const { t } = useLanguage();

  if (actions.length === 0) {
    const isAllMet =
      metrics.length > 0 && metrics.every(({ status }) => status === 'met');
    return (
      <p className={styles.reason}>
        {isAllMet ? t('overview.actions.allMet') : t('overview.actions.none')}
      </p>
    );
  }
  return (
    <ol className={styles.actions}>
      {actions.map(action => (
        <Action key={action.id} action={action} />
      ))}
    </ol>
  );
}

function Action(props: { action: RecommendedAction }) {
  const { page } = props.action;
  const language = useLanguage();

  const { title, reason } = actionText(props.action, language);
  const link = useActionLink(page);
  return (
    <li>
      <TextLink href={link} variant="plain">
        {title}
      </TextLink>
      <p className={styles.reason}>{reason}</p>
    </li>
  );
}
