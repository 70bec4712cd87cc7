import { Box } from '@backstage/ui';
import type { ReactNode } from 'react';
import styles from './Surface.module.css';

interface SurfaceProps {
  children: ReactNode;
  className?: string;
}

/**
 * A card of the app's theme with the colors that the metrics use. Not the
 * `Card` component, which is always an article, but under its theming name.
 */
export function Surface(props: SurfaceProps) {
  const { children, className = '' } = props;
  const classes = ['bui-Card', styles.surface, className].filter(Boolean);
  return (
    <Box bg="neutral" className={classes.join(' ')}>
      {children}
    </Box>
  );
}
