import type { CatalogSpiral } from 'backstage-plugin-adoption-metrics-common';
import { useAnswer } from '../../api';
import { LoadedSection } from '../../ui/loading/LoadedSection';
import { WhenSeen } from '../../ui/loading/ReportSection';
import { Chip } from '../../ui/StatusChip';
import { useLanguage } from '../../ui/format';
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
  const { t } = useLanguage();

  const loaded = useAnswer('GET /catalog/spiral');
  return (
    <LoadedSection
      id="spiral"
      title={t('catalog.spiral.title')}
      loaded={loaded}
      height={height}
      emptyText={({ signs, sentence }) =>
        signs.length === 0 ? sentence : undefined
      }
    >
      {spiral => <Signs spiral={spiral} />}
    </LoadedSection>
  );
}

function Signs(props: { spiral: CatalogSpiral }) {
  const { signs, sentence } = props.spiral;
  const { t } = useLanguage();

  return (
    <>
      <p className={styles.sentence}>{sentence}</p>
      <ul className={styles.reasons}>
        {signs.map(({ id, present, sentence: evidence }) => (
          <li key={id}>
            <Chip tone={present ? 'warning' : 'neutral'}>
              {present ? t('catalog.spiral.sign') : t('catalog.spiral.noSign')}
            </Chip>{' '}
            {evidence}
          </li>
        ))}
      </ul>
    </>
  );
}
