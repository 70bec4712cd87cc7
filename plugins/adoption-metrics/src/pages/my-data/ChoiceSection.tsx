import { Button, Switch } from '@backstage/ui';
import { useRef, useState } from 'react';
import { reasonOf } from '../../ui/loading/failures';
import { Section } from '../../ui/Section';
import styles from './MyDataPage.module.css';
import { useMyChoice } from './useMyChoice';

interface ChoiceSectionProps {
  optedOut: boolean;
  /** Called once the choice is stored. */
  onChanged: () => void;
}

const effects = {
  out: 'You will no longer be counted, neither among active people nor among developers, and your browser will stop reporting. What is stored about you already stays until its time is over; who manages people in this portal can delete it at once.',
  in: 'You will be counted again from now on, with what is still stored about you. The time in between stays uncounted.',
};

/** Opting out, and back in, with its effect said before it happens. */
export function ChoiceSection(props: ChoiceSectionProps) {
  const { optedOut, onChanged } = props;
  const [asking, setAsking] = useState(false);
  const container = useRef<HTMLDivElement>(null);
  const close = () => {
    setAsking(false);
    // The buttons vanish, and the focus must not vanish with them.
    container.current?.focus();
  };
  const { choose, pending, error } = useMyChoice(() => {
    close();
    onChanged();
  });
  return (
    <Section title="Your choice">
      <div ref={container} tabIndex={-1} className={styles.choice}>
        <Switch
          label="Count me"
          isSelected={!optedOut}
          isDisabled={pending}
          onChange={() => setAsking(true)}
        />
        <p className={styles.state}>
          {optedOut
            ? 'You opted out: you are no longer counted, neither among active people nor among developers.'
            : 'You are counted like everybody else. It makes no difference to what you can do in this portal.'}
        </p>
        {asking && (
          <Confirmation
            optingOut={!optedOut}
            pending={pending}
            onConfirm={() => choose(!optedOut)}
            onCancel={close}
          />
        )}
        {error && (
          <p role="alert" className={styles.failure}>
            Your choice could not be stored: {reasonOf(error)}
          </p>
        )}
      </div>
    </Section>
  );
}

interface ConfirmationProps {
  optingOut: boolean;
  pending: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}

function Confirmation(props: ConfirmationProps) {
  const { optingOut, pending, onConfirm, onCancel } = props;
  return (
    <div
      role="group"
      aria-label="Confirm your choice"
      className={styles.confirmation}
    >
      <p className={styles.effect} role="status">
        {optingOut ? effects.out : effects.in}
      </p>
      <div className={styles.buttons}>
        <Button
          variant="primary"
          destructive={optingOut}
          isPending={pending}
          onPress={onConfirm}
        >
          {optingOut ? 'Stop counting me' : 'Count me again'}
        </Button>
        <Button variant="secondary" isDisabled={pending} onPress={onCancel}>
          Leave it as it is
        </Button>
      </div>
    </div>
  );
}
