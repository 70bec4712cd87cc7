import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import styles from './Choice.module.css';

interface ChoiceProps<T extends string | number> {
  label: string;
  options: ReadonlyArray<readonly [value: T, label: string]>;
  chosen: T;
  onChoose: (value: T) => void;
}

/** A few buttons of which exactly one is pressed. */
export function Choice<T extends string | number>(props: ChoiceProps<T>) {
  const { label, options, chosen, onChoose } = props;
  const choose = (keys: Set<string | number>) => {
    const option = options.find(([value]) => keys.has(value));
    if (option) {
      onChoose(option[0]);
    }
  };
  return (
    <ToggleButtonGroup
      className={styles.choice}
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen]}
      onSelectionChange={choose}
    >
      {options.map(([value, name]) => (
        <ToggleButton key={value} id={value}>
          {name}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
