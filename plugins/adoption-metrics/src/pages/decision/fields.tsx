import type { InputHTMLAttributes } from 'react';
import styles from '../../ui/layout.module.css';

interface InputFieldProps
  extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> {
  label: string;
  hint?: string;
  value: string;
  onChange: (value: string) => void;
}

/** A line of text, a number or a day. */
export function InputField(props: InputFieldProps) {
  const { label, hint, onChange, ...input } = props;
  return (
    <label className={styles.field}>
      <span>{label}</span>
      <input {...input} onChange={event => onChange(event.target.value)} />
      {hint && <span className={styles.quiet}>{hint}</span>}
    </label>
  );
}

interface SelectFieldProps {
  label: string;
  value: string;
  options: ReadonlyArray<readonly [value: string, label: string]>;
  onChange: (value: string) => void;
}

/** One of a few. */
export function SelectField(props: SelectFieldProps) {
  const { label, value, options, onChange } = props;
  return (
    <label className={styles.field}>
      <span>{label}</span>
      <select value={value} onChange={event => onChange(event.target.value)}>
        {options.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A number that was typed; undefined where nothing was. */
export function numberOf(text: string): number | undefined {
  return text.trim() === '' ? undefined : Number(text);
}
