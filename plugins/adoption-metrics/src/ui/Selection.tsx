import { Select } from '@backstage/ui';
import styles from './Selection.module.css';

interface SelectionProps<T extends string> {
  label: string;
  options: ReadonlyArray<readonly [value: T, label: string]>;
  chosen: T;
  onChoose: (value: T) => void;
}

/** From so many options on, looking is slower than typing. */
const manyOptions = 12;

/** One of more options than fit on buttons. */
export function Selection<T extends string>(props: SelectionProps<T>) {
  const { label, options, chosen, onChoose } = props;
  return (
    <Select
      className={styles.selection}
      label={label}
      options={options.map(([value, name]) => ({ value, label: name }))}
      search={options.length > manyOptions ? true : undefined}
      value={chosen}
      onChange={key => {
        const option = options.find(([value]) => value === key);
        if (option) {
          onChoose(option[0]);
        }
      }}
    />
  );
}
