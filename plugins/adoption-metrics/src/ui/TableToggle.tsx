import { ToggleButton } from '@backstage/ui';
import styles from './TableToggle.module.css';

interface TableToggleProps {
  asTable: boolean;
  onChange: (asTable: boolean) => void;
}

/** Every chart has a table behind it. */
export function TableToggle(props: TableToggleProps) {
  return (
    <ToggleButton
      className={styles.toggle}
      isSelected={props.asTable}
      onChange={props.onChange}
    >
      Show as table
    </ToggleButton>
  );
}
