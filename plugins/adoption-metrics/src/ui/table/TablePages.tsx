import { ButtonIcon } from '@backstage/ui';
import { RiArrowLeftSLine, RiArrowRightSLine } from '@remixicon/react';
import { useLanguage } from '../format';
import styles from './DataTable.module.css';

interface TablePagesProps {
  name: string;
  /** Index of the first row in view. */
  first: number;
  size: number;
  total: number;
  onOffset: (offset: number) => void;
}

/**
 * Which rows are in view, and the way to the others. Not `TablePagination` of
 * Backstage UI, which speaks English only.
 */
export function TablePages(props: TablePagesProps) {
  const { name, first, size, total, onOffset } = props;
  const { t, format } = useLanguage();

  const last = Math.min(first + size, total);
  return (
    <div className={styles.pages} role="group" aria-label={name}>
      <span role="status">
        {t('common.table.range', {
          first: format.count(first + 1),
          last: format.count(last),
          total: format.count(total),
        })}
      </span>
      <ButtonIcon
        variant="secondary"
        icon={<RiArrowLeftSLine />}
        aria-label={t('common.table.previous')}
        isDisabled={first === 0}
        onPress={() => onOffset(Math.max(0, first - size))}
      />
      <ButtonIcon
        variant="secondary"
        icon={<RiArrowRightSLine />}
        aria-label={t('common.table.next')}
        isDisabled={last === total}
        onPress={() => onOffset(first + size)}
      />
    </div>
  );
}
