import { Button, VisuallyHidden } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import { useLanguage } from '../format';

interface FilterChipProps {
  /** Of what kind the filter is: "Team". */
  label: string;
  value: string;
  onClear: () => void;
}

/** What the page is narrowed to, as a button that shows all of it again. */
export function FilterChip(props: FilterChipProps) {
  const { label, value, onClear } = props;
  const { t } = useLanguage();

  return (
    <Button
      variant="secondary"
      size="small"
      iconEnd={<RiCloseLine aria-hidden />}
      onPress={onClear}
    >
      {t('common.filter.chip', { label, value })}
      <VisuallyHidden> ({t('common.filter.clear')})</VisuallyHidden>
    </Button>
  );
}
