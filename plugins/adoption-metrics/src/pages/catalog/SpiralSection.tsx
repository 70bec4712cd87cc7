import type { CatalogSpiral } from 'backstage-plugin-adoption-metrics-common';
import { useReport } from '../../api/useReport';
import { LoadedSection } from '../../ui/loading/LoadedSection';
import { WhenSeen } from '../../ui/loading/ReportSection';
import { Chip } from '../../ui/StatusChip';
import styles from './StaleEntitySections.module.css';

const title = 'Staleness and use';
const height = 120;

/** Whether the catalog grows staler while fewer people use the portal. */
export function SpiralSection() {
  return (
    <WhenSeen title={title} id="spiral" height={height}>
      <SeenSpiral />
    </WhenSeen>
  );
}

function SeenSpiral() {
  const loaded = useReport('catalog/spiral');
  return (
    <LoadedSection
      id="spiral"
      title={title}
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
  return (
    <>
      <p className={styles.sentence}>{sentence}</p>
      <ul className={styles.reasons}>
        {signs.map(({ id, present, sentence: evidence }) => (
          <li key={id}>
            <Chip tone={present ? 'warning' : 'neutral'}>
              {present ? 'sign' : 'no sign'}
            </Chip>{' '}
            {evidence}
          </li>
        ))}
      </ul>
    </>
  );
}
