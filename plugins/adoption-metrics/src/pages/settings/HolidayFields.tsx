import { Button } from '@backstage/ui';
import type { Holidays } from 'backstage-plugin-adoption-metrics-common';
import { useRef } from 'react';
import { useLanguage } from '../../ui/format';
import { InputField } from '../../ui/InputField';
import type { DeadlineError } from './deadlineErrors';
import styles from '../../ui/layout.module.css';

/** When few people are expected: any number of stretches of days. */
export function HolidayFields(props: {
  holidays: Holidays[];
  /** What is wrong, by the place of the holidays. */
  errors?: Record<number, DeadlineError>;
  onChange: (holidays: Holidays[]) => void;
}) {
  const { holidays, errors = {}, onChange } = props;
  const { t } = useLanguage();

  const addButton = useRef<HTMLButtonElement>(null);
  // The button that had the focus is gone with its row.
  const remove = (index: number) => {
    onChange(holidays.filter((_, at) => at !== index));
    addButton.current?.focus();
  };
  const change = (index: number, changed: Partial<Holidays>) =>
    onChange(
      holidays.map((each, at) =>
        at === index ? { ...each, ...changed } : each,
      ),
    );
  return (
    <fieldset className={styles.options}>
      <legend>{t('settings.deadline.holidays')}</legend>
      {holidays.map((each, index) => (
        <div key={index} className={styles.row}>
          <InputField
            type="date"
            label={t('settings.deadline.holidaysFrom', {
              number: String(index + 1),
            })}
            value={each.from}
            error={errors[index] && t(errors[index])}
            onChange={from => change(index, { from })}
          />
          <InputField
            type="date"
            label={t('settings.deadline.holidaysTo', {
              number: String(index + 1),
            })}
            value={each.to}
            onChange={to => change(index, { to })}
          />
          <Button
            variant="tertiary"
            aria-label={t('settings.deadline.removeHolidaysLabel', {
              number: String(index + 1),
            })}
            onPress={() => remove(index)}
          >
            {t('settings.deadline.removeHolidays')}
          </Button>
        </div>
      ))}
      <div>
        <Button
          ref={addButton}
          variant="tertiary"
          onPress={() => onChange([...holidays, { from: '', to: '' }])}
        >
          {t('settings.deadline.addHolidays')}
        </Button>
      </div>
    </fieldset>
  );
}
