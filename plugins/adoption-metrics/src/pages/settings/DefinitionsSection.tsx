import type { Definition } from 'backstage-plugin-adoption-metrics-common';
import { useAnswer } from '../../api';
import { definitionsId } from '../../ui/anchors';
import { LoadedSection } from '../../ui/loading/LoadedSection';
import { useLanguage, wordsOf } from '../../ui/format';
import { useAnchor } from '../../ui/useAnchor';
import styles from './DefinitionsSection.module.css';

/** What each metric means; `#uptime` and its like lead to one of them. */
export function DefinitionsSection() {
  const { t } = useLanguage();

  const definitions = useAnswer('GET /definitions');
  useAnchor(definitions.value !== undefined);
  return (
    <LoadedSection
      title={t('settings.definitions.title')}
      id={definitionsId}
      description={t('settings.definitions.description')}
      loaded={definitions}
      height={480}
    >
      {value =>
        value.definitions.map(definition => (
          <DefinitionText key={definition.metric} definition={definition} />
        ))
      }
    </LoadedSection>
  );
}

function DefinitionText(props: { definition: Definition }) {
  const { metric, target, unit, version, from } = props.definition;
  const { wording } = props.definition;
  const language = useLanguage();
  const { t, format } = language;

  const name = wordsOf(wording?.name, props.definition.name, language);
  const text = wordsOf(wording?.text, props.definition.text, language);
  return (
    <article id={metric} aria-label={name}>
      <h4 className={styles.name}>{name}</h4>
      <p className={styles.text}>{text}</p>
      <p className={styles.meta}>
        {t('settings.definitions.meta', {
          target: format.target(target, unit),
          version: String(version),
          day: format.date(from),
        })}
      </p>
    </article>
  );
}
