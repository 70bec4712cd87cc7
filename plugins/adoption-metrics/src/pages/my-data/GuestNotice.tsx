import { RiUserLine } from '@remixicon/react';
import { authenticationGuide } from '../../ui/documentation';
import { useLanguage } from '../../ui/format';
import styles from '../../ui/loading/Loadable.module.css';
import { Surface } from '../../ui/Surface';
import { TextLink } from '../../ui/TextLink';

/** Says to a guest why there is nothing, and how there would be something. */
export function GuestNotice() {
  const { t } = useLanguage();

  return (
    <Surface>
      <div className={styles.message} role="status">
        <p className={styles.title}>
          <RiUserLine aria-hidden />
          {t('myData.guest.title')}
        </p>
        <p className={styles.text}>{t('myData.guest.text')}</p>
        <p className={styles.text}>{t('myData.guest.advice')}</p>
        <TextLink href={authenticationGuide}>{t('myData.guest.link')}</TextLink>
      </div>
    </Surface>
  );
}
