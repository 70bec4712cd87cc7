import type { CatalogSpiral } from 'backstage-plugin-adoption-metrics-common';
import { useAnswer } from '../../api';
import { LoadedSection } from '../../ui/loading/LoadedSection';
import { WhenSeen } from '../../ui/loading/ReportSection';
import { Chip } from '../../ui/StatusChip';
import { useLanguage, wordsOf, type Language } from '../../ui/format';
import styles from './StaleEntitySections.module.css';

const height = 120;

/** Whether the catalog grows staler while fewer people use the portal. */
export function SpiralSection() {
  const { t } = useLanguage();

  return (
    <WhenSeen title={t('catalog.spiral.title')} id="spiral" height={height}>
      <SeenSpiral />
    </WhenSeen>
  );
}

function SeenSpiral() {
  const language = useLanguage();
  const { t } = language;

  const loaded = useAnswer('GET /catalog/spiral');
  return (
    <LoadedSection
      id="spiral"
      title={t('catalog.spiral.title')}
      loaded={loaded}
      height={height}
      emptyText={spiral =>
        spiral.signs.length === 0 ? sentenceOf(spiral, language) : undefined
      }
    >
      {spiral => <Signs spiral={spiral} />}
    </LoadedSection>
  );
}

function Signs(props: { spiral: CatalogSpiral }) {
  const { spiral } = props;
  const language = useLanguage();
  const { t } = language;

  return (
    <>
      <p className={styles.sentence}>{sentenceOf(spiral, language)}</p>
      <ul className={styles.reasons}>
        {spiral.signs.map(sign => (
          <li key={sign.id}>
            <Chip tone={sign.present ? 'warning' : 'neutral'}>
              {sign.present
                ? t('catalog.spiral.sign')
                : t('catalog.spiral.noSign')}
            </Chip>{' '}
            {sentenceOf(sign, language)}
          </li>
        ))}
      </ul>
    </>
  );
}

function sentenceOf(
  { sentence, wording }: Pick<CatalogSpiral, 'sentence' | 'wording'>,
  language: Language,
): string {
  return wordsOf(wording?.sentence, sentence, language);
}
