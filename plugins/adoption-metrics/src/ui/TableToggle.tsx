import { ToggleButton } from '@backstage/ui';
import { useLanguage } from './format';
import styles from './Choice.module.css';

interface TableToggleProps {
  asTable: boolean;
  onChange: (asTable: boolean) => void;
}

/** Every chart has a table behind it. */
export function TableToggle(props: TableToggleProps) {
  const { t } = useLanguage();

  return (
    <ToggleButton
      className={styles.toggle}
      isSelected={props.asTable}
      onChange={props.onChange}
    >
      {t('common.showAsTable')}
    </ToggleButton>
  );
}
