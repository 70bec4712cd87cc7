import { useLanguage } from '../../ui/format';
import { myDataRouteRef, settingsRouteRef } from '../../routes';
import { includedUsersId } from '../../ui/anchors';
import { TextLink } from '../../ui/TextLink';
import { usePageLink } from '../../ui/usePageLink';
import styles from './ActiveUsersSections.module.css';

/** Who counts, and what is held about whoever looks. */
export function PeopleLinks() {
  const { t } = useLanguage();

  const developers = usePageLink(settingsRouteRef, includedUsersId);
  const myData = usePageLink(myDataRouteRef);
  return (
    <p className={styles.links}>
      <TextLink href={developers}>
        {t('activeUsers.countsAsDeveloper')}
      </TextLink>
      <TextLink href={myData}>{t('common.aboutMe')}</TextLink>
    </p>
  );
}
