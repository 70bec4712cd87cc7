import type { RendererProps } from '@backstage/plugin-home-react';
import { Surface } from '../ui/Surface';
import styles from './ScorecardFrame.module.css';

/**
 * The frame of the homepage widget. It takes the place of the homepage's own
 * card, whose header has no room for the verdict and the links. What is inside
 * takes its form from the size of the frame, not from that of the window.
 */
export function ScorecardFrame(props: RendererProps) {
  const { Content, title } = props;
  return (
    <Surface className={styles.frame}>
      <Content title={title} />
    </Surface>
  );
}
