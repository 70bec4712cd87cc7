import { Button } from '@backstage/ui';
import type {
  DecisionNumber,
  DecisionNumberRequest,
} from 'backstage-plugin-adoption-metrics-common';
import { useState, type FormEvent } from 'react';
import { useLanguage } from '../../ui/format';
import { numberOf } from './fields';
import { unitName } from './numberText';
import layout from '../../ui/layout.module.css';
import { InputField } from '../../ui/InputField';

interface ReplaceFormProps {
  number: DecisionNumber;
  title: string;
  /** Of money that is entered; ISO 4217. */
  currency: string;
  pending: boolean;
  onReplace: (request: DecisionNumberRequest) => void;
  onCancel: () => void;
}

/** What holds here in place of what was published, and why. */
export function ReplaceForm(props: ReplaceFormProps) {
  const { number, title, currency, pending, onReplace, onCancel } = props;
  const language = useLanguage();
  const { t } = language;

  // A share is entered in percent, as it is shown.
  const scale = number.unit === 'share' ? 100 : 1;
  const [low, setLow] = useState(scaledText(number.low, scale));
  const [high, setHigh] = useState(scaledText(number.high, scale));
  const [why, setWhy] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onReplace({ low: bound(low, scale), high: bound(high, scale), why });
  };
  const unit = unitName(number.unit, currency, language);
  return (
    <form className={layout.form} onSubmit={submit} aria-label={title}>
      <p className={layout.lead}>{title}</p>
      <InputField
        type="number"
        min={0}
        step="any"
        label={t('decision.numbers.low', { unit })}
        value={low}
        onChange={setLow}
      />
      <InputField
        type="number"
        min={0}
        step="any"
        label={t('decision.numbers.high', { unit })}
        value={high}
        onChange={setHigh}
      />
      <InputField
        label={t('decision.numbers.why')}
        value={why}
        required
        maxLength={500}
        onChange={setWhy}
      />
      <div className={layout.buttons}>
        <Button variant="primary" type="submit" isPending={pending}>
          {t('decision.numbers.save')}
        </Button>
        <Button variant="secondary" onPress={onCancel}>
          {t('decision.cancel')}
        </Button>
      </div>
    </form>
  );
}

function scaledText(value: number | null, scale: number): string {
  return value === null ? '' : String(Number((value * scale).toFixed(6)));
}

function bound(text: string, scale: number): number | null {
  const value = numberOf(text);
  return value === undefined ? null : value / scale;
}
