import { useId } from 'react';
import styles from '../../ui/layout.module.css';

interface SelectFieldProps {
  label: string;
  value: string;
  options: ReadonlyArray<readonly [value: string, label: string]>;
  /** What is wrong with the value. */
  fault?: string;
  onChange: (value: string) => void;
}

/** One of a few. */
export function SelectField(props: SelectFieldProps) {
  const { label, value, options, fault, onChange } = props;
  const faultId = useId();
  return (
    <div className={styles.field}>
      <label className={styles.field}>
        <span>{label}</span>
        <select
          value={value}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? faultId : undefined}
          onChange={event => onChange(event.target.value)}
        >
          {options.map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Fault id={faultId} text={fault} />
    </div>
  );
}

/** What is wrong, beside the field that it is about. */
export function Fault(props: { id?: string; text?: string }) {
  const { id, text } = props;
  return text ? (
    <span id={id} className={styles.fault}>
      {text}
    </span>
  ) : null;
}

/** A number that was typed; undefined where nothing was. */
export function numberOf(text: string): number | undefined {
  return text.trim() === '' ? undefined : Number(text);
}
