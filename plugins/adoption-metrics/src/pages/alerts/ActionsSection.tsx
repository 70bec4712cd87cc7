import type {
  Digest,
  RecommendedAction,
} from 'backstage-plugin-adoption-metrics-common';
import { Section } from '../../ui/Section';
import { TextLink } from '../../ui/TextLink';
import { useActionLink } from '../../ui/useActionLink';
import { useLanguage } from '../../ui/format';
import styles from './DigestSections.module.css';

/** The few things that would help the most, with the page of each. */
export function ActionsSection(props: { digest: Digest }) {
  const { actions, metrics } = props.digest;
  const { t } = useLanguage();

  const isAllMet =
    metrics.length > 0 && metrics.every(({ status }) => status === 'met');
  return (
    <Section title={t('alerts.actions.title')}>
      {actions.length === 0 ? (
        <p className={styles.quiet}>
          {isAllMet ? t('alerts.actions.allMet') : t('alerts.actions.none')}
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
  const link = useActionLink(page);
  return (
    <li>
      <TextLink href={link} variant="plain">
        {title}
      </TextLink>
      <p className={styles.quiet}>{reason}</p>
    </li>
  );
}
