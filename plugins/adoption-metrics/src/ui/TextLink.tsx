import { Link } from '@backstage/ui';
import type { ReactNode } from 'react';
import styles from './TextLink.module.css';

interface TextLinkProps {
  /** Without a target, such as a page that is disabled, only text is shown. */
  href?: string;
  variant?: 'accent' | 'plain';
  children: ReactNode;
}

export function TextLink(props: TextLinkProps) {
  const { href, variant = 'accent', children } = props;
  if (!href) {
    return <>{variant === 'plain' ? children : null}</>;
  }
  return (
    <Link href={href} standalone className={styles.link}>
      <span className={styles[variant]}>{children}</span>
    </Link>
  );
}
