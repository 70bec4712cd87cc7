import { useId, type InputHTMLAttributes, type ReactNode } from 'react';
import styles from './layout.module.css';

interface InputFieldProps
  extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> {
  label: string;
  hint?: ReactNode;
  /** What is wrong with it, and what is accepted. */
  error?: string;
  value: string;
  onChange: (value: string) => void;
}

/** A line of text, a number or a day, which says what is wrong with it. */
export function InputField(props: InputFieldProps) {
  const { label, hint, error, onChange, ...input } = props;
  const id = useId();
  const notes = [hint && `${id}-hint`, error && `${id}-error`];
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={notes.filter(Boolean).join(' ') || undefined}
        onChange={event => onChange(event.target.value)}
      />
      {hint && (
        <span id={`${id}-hint`} className={styles.quiet}>
          {hint}
        </span>
      )}
      {error && (
        <span id={`${id}-error`} role="alert" className={styles.failure}>
          {error}
        </span>
      )}
    </div>
  );
}
