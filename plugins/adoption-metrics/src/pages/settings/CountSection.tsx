import {
  FEWEST_OPT_OUTS,
  type DeveloperPreview,
} from 'backstage-plugin-adoption-metrics-common';
import { includedUsersId } from '../../ui/anchors';
import { Section } from '../../ui/Section';
import { useLanguage, type Language } from '../../ui/format';
import styles from './IncludedUsersSections.module.css';
import { guardNotes } from './guardNotes';

/** How many people count, and what became of the newest reading. */
export function CountSection(props: { preview: DeveloperPreview }) {
  const { preview } = props;
  const language = useLanguage();
  const { t } = language;

  return (
    <Section title={t('settings.developers.included')} id={includedUsersId}>
      <p className={styles.statement}>{statementOf(preview, language)}</p>
      <p className={styles.quiet}>{optOutsOf(preview, language)}</p>
      {guardNotes(preview.guard, language).map(({ text, warning }) => (
        <p key={text} className={warning ? styles.warning : styles.quiet}>
          {text}
        </p>
      ))}
    </Section>
  );
}

function optOutsOf(
  { optedOut }: DeveloperPreview,
  { t, format }: Language,
): string {
  return optedOut === null
    ? t('settings.developers.fewOptedOut', {
        most: format.count(FEWEST_OPT_OUTS - 1),
      })
    : t('settings.developers.optedOut', { people: format.count(optedOut) });
}

function statementOf(
  { users, developers, headCount }: DeveloperPreview,
  { t, format }: Language,
): string {
  if (users === 0) {
    return t('settings.developers.noUsers');
  }
  const counted = t('settings.developers.counted', {
    developers: format.count(developers),
    count: users,
  });
  return headCount === null
    ? counted
    : t('settings.developers.headCount', {
        counted,
        headCount: format.count(headCount),
      });
}
