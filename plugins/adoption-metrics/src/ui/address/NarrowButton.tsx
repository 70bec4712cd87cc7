import type { ReactNode } from 'react';
import { useLanguage } from '../format';
import styles from './NarrowButton.module.css';

interface NarrowButtonProps {
  /** What the page would be narrowed to. */
  subject: string;
  pressed: boolean;
  onPress: () => void;
  children: ReactNode;
}

/** Looks like a link, and narrows the page to what it names. */
export function NarrowButton(props: NarrowButtonProps) {
  const { subject, pressed, onPress, children } = props;
  const { t } = useLanguage();

  return (
    <button
      type="button"
      className={styles.narrow}
      data-printed
      aria-pressed={pressed}
      title={
        pressed
          ? t('common.filter.clear')
          : t('common.filter.narrow', { subject })
      }
      onClick={onPress}
    >
      {children}
    </button>
  );
}
