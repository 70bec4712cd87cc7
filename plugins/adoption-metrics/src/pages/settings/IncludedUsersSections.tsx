import { useAnswer } from '../../api';
import { Loadable } from '../../ui/loading/Loadable';
import { onSurface, SectionSkeleton } from '../../ui/Section';
import { CountSection } from './CountSection';
import { useLanguage } from '../../ui/format';
import { useAnchor } from '../../ui/useAnchor';
import styles from './IncludedUsersSections.module.css';
import { ExclusionsSection } from './ExclusionsSection';
import { NamesSection } from './NamesSection';
import { TeamsSection } from './TeamsSection';

/** Who is in the denominator of active users, and who is not and why. */
export function IncludedUsersSections() {
  const { t } = useLanguage();

  const preview = useAnswer('GET /developers');
  useAnchor(preview.value !== undefined);
  return (
    <Loadable
      loaded={preview}
      subject={t('settings.developers.subject')}
      skeleton={<SectionSkeleton height={420} />}
      frame={onSurface}
    >
      {value => (
        <>
          <CountSection preview={value} />
          <div className={styles.columns}>
            <div className={styles.column}>
              <ExclusionsSection preview={value} />
              <NamesSection />
            </div>
            <TeamsSection preview={value} />
          </div>
        </>
      )}
    </Loadable>
  );
}
