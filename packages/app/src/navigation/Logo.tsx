import { Link, useSidebarOpenState } from '@backstage/core-components';
import styles from './Logo.module.css';

/** The company logo, with its name if the sidebar is open. */
export function Logo() {
  const { isOpen } = useSidebarOpenState();
  return (
    <Link
      to="/"
      className={styles.logo}
      underline="none"
      aria-label="Acme, home"
    >
      <svg viewBox="0 0 24 24" className={styles.mark} aria-hidden>
        <path d="M12 4 20 20h-4.2L12 12.2 8.2 20H4z" />
      </svg>
      {isOpen && (
        <span className={styles.name} aria-hidden>
          Acme
        </span>
      )}
    </Link>
  );
}
