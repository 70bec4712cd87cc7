import { useId, type InputHTMLAttributes } from 'react';
import styles from '../../ui/layout.module.css';

interface InputFieldProps
  extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> {
  label: string;
  hint?: string;
  /** What is wrong with the value. */
  fault?: string;
  value: string;
  onChange: (value: string) => void;
}

/** A line of text, a number or a day. */
export function InputField(props: InputFieldProps) {
  const { label, hint, fault, onChange, ...input } = props;
  const faultId = useId();
  return (
    <div className={styles.field}>
      <label className={styles.field}>
        <span>{label}</span>
        <input
          {...input}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? faultId : undefined}
          onChange={event => onChange(event.target.value)}
        />
      </label>
      {hint && <span className={styles.quiet}>{hint}</span>}
      <Fault id={faultId} text={fault} />
    </div>
  );
}

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
