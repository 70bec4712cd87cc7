import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type {
  MoneyReport,
  MoneyRequest,
} from 'backstage-plugin-adoption-metrics-common';
import { useState, type FormEvent } from 'react';
import { adoptionMetricsApiRef } from '../../api';
import { useChange } from '../../api/useChange';
import { useLanguage } from '../../ui/format';
import { ChangeFailure } from './ChangeFailure';
import { requestOf, textsOf, type MoneyTexts } from './moneyInputs';
import { RoleFields } from './RoleFields';
import layout from '../../ui/layout.module.css';
import { InputField } from '../../ui/InputField';

interface MoneyFormProps {
  report: MoneyReport;
  onChanged: () => void;
}

/** What is known of the money that the portal costs. */
export function MoneyForm({ report, onChanged }: MoneyFormProps) {
  const { currency, inputs } = report;
  const { t, format } = useLanguage();

  const [texts, setTexts] = useState<MoneyTexts>(() => textsOf(report));
  const [isWrong, setWrong] = useState(false);
  const api = useApi(adoptionMetricsApiRef);
  const { change, pending, error } = useChange(onChanged);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const request = requestOf(texts);
    setWrong(isReversed(request));
    if (!isReversed(request)) {
      change(() => api.request('PUT /decision/money', { body: request }));
    }
  };
  const edit = (part: Partial<MoneyTexts>) => setTexts({ ...texts, ...part });
  return (
    <form className={layout.stack} onSubmit={submit}>
      {inputs?.changedAt && (
        <p className={layout.quiet}>
          {t('decision.money.changed', {
            by: inputs.changedBy ?? t('common.deletedUser'),
            at: format.instant(inputs.changedAt, report.timeZone),
            timeZone: report.timeZone,
          })}
        </p>
      )}
      <RoleFields
        roles={texts.roles}
        currency={currency}
        onChange={roles => edit({ roles })}
      />
      <div className={layout.form}>
        {(['license', 'hosting', 'switchCost'] as const).map(name => (
          <RangeFields
            key={name}
            label={t(`decision.money.field.${name}`, { currency })}
            range={texts[name]}
            onChange={range => edit({ [name]: range })}
          />
        ))}
        <InputField
          type="number"
          min={0}
          max={120}
          step="any"
          label={t('decision.money.field.parallelMonths')}
          value={texts.parallelMonths}
          onChange={parallelMonths => edit({ parallelMonths })}
        />
        <InputField
          type="date"
          label={t('decision.money.field.spendingSince')}
          value={texts.spendingSince}
          onChange={spendingSince => edit({ spendingSince })}
        />
        <InputField
          label={t('decision.money.field.note')}
          maxLength={500}
          value={texts.note}
          onChange={note => edit({ note })}
        />
      </div>
      {isWrong && (
        <p role="alert" className={layout.failure}>
          {t('decision.money.reversed')}
        </p>
      )}
      <div>
        <Button variant="primary" type="submit" isPending={pending}>
          {t('decision.money.save')}
        </Button>
      </div>
      <ChangeFailure error={error} />
    </form>
  );
}

function RangeFields(props: {
  label: string;
  range: MoneyTexts['license'];
  onChange: (range: MoneyTexts['license']) => void;
}) {
  const { label, range, onChange } = props;
  const { t } = useLanguage();

  return (
    <fieldset className={layout.options}>
      <legend>{label}</legend>
      <div className={layout.row}>
        <InputField
          type="number"
          min={0}
          step="any"
          label={t('decision.range.low')}
          value={range.low}
          onChange={low => onChange({ ...range, low })}
        />
        <InputField
          type="number"
          min={0}
          step="any"
          label={t('decision.range.high')}
          value={range.high}
          onChange={high => onChange({ ...range, high })}
        />
      </div>
    </fieldset>
  );
}

function isReversed(request: MoneyRequest): boolean {
  const { licensePerYear, hostingPerYear, switchCost } = request;
  return [licensePerYear, hostingPerYear, switchCost].some(
    range => range !== undefined && range.low > range.high,
  );
}
