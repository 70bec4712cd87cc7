import { Card } from '@backstage/ui';
import type { ReactNode } from 'react';
import styles from './Surface.module.css';

interface SurfaceProps {
  children: ReactNode;
  className?: string;
}

/** A card of the app's theme with the colours that the figures use. */
export function Surface(props: SurfaceProps) {
  const { children, className = '' } = props;
  return (
    <Card className={`${styles.surface} ${className}`.trim()}>{children}</Card>
  );
}
