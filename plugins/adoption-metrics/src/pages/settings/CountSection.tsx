import type { DeveloperPreview } from 'backstage-plugin-adoption-metrics-common';
import { formatCount, formatCountOf } from '../../ui/format';
import { Section } from '../../ui/Section';
import styles from './DevelopersPage.module.css';
import { guardNotes } from './guardNotes';

/** How many people count, and what became of the newest reading. */
export function CountSection(props: { preview: DeveloperPreview }) {
  const { preview } = props;
  return (
    <Section title="Who counts">
      <p className={styles.statement}>{statementOf(preview)}</p>
      {guardNotes(preview.guard).map(({ text, warning }) => (
        <p key={text} className={warning ? styles.warning : styles.quiet}>
          {text}
        </p>
      ))}
    </Section>
  );
}

function statementOf(preview: DeveloperPreview): string {
  const { users, developers, headCount } = preview;
  if (users === 0) {
    return 'The catalog has no users, so nobody can be counted as a developer. Let the catalog read the organisation, or configure a head count.';
  }
  const counted = `${formatCount(developers)} of ${formatCountOf(
    users,
    'user',
  )} in the catalog count as developers.`;
  return headCount === null
    ? counted
    : `${counted} A configured head count of ${formatCount(
        headCount,
      )} takes their place.`;
}
