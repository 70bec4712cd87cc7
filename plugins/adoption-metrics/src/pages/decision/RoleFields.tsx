import { Button } from '@backstage/ui';
import {
  roleYears,
  type RoleYear,
} from 'backstage-plugin-adoption-metrics-common';
import { useLanguage } from '../../ui/format';
import { SelectField } from './fields';
import type { RoleTexts } from './moneyInputs';
import layout from '../../ui/layout.module.css';
import { InputField } from '../../ui/InputField';

interface RoleFieldsProps {
  roles: RoleTexts[];
  currency: string;
  onChange: (roles: RoleTexts[]) => void;
}

/** Who works on the portal, and at what rate. */
export function RoleFields({ roles, currency, onChange }: RoleFieldsProps) {
  const { t } = useLanguage();

  const edit = (index: number, part: Partial<RoleTexts>) =>
    onChange(
      roles.map((role, at) => (at === index ? { ...role, ...part } : role)),
    );
  const remove = (index: number) =>
    onChange(roles.filter((_role, at) => at !== index));
  const years = roleYears.map(
    year => [year, t(`decision.money.year.${year}`)] as const,
  );
  return (
    <fieldset className={layout.options}>
      <legend>{t('decision.money.roles')}</legend>
      {roles.map((role, index) => (
        // Rows have nothing but their place.
        // eslint-disable-next-line react/no-array-index-key
        <div key={index} className={layout.row}>
          <InputField
            label={t('decision.money.role')}
            value={role.title}
            required
            maxLength={100}
            onChange={title => edit(index, { title })}
          />
          <InputField
            type="number"
            min={0}
            step="any"
            label={t('decision.money.fte')}
            value={role.fte}
            required
            onChange={fte => edit(index, { fte })}
          />
          <InputField
            type="number"
            min={0}
            step="any"
            label={t('decision.money.ratePerYear', { currency })}
            value={role.rate}
            onChange={rate => edit(index, { rate })}
          />
          <SelectField
            label={t('decision.money.when')}
            value={role.year}
            options={years}
            onChange={year => edit(index, { year: year as RoleYear })}
          />
          <Button
            variant="tertiary"
            aria-label={t('decision.money.removeRole', { title: role.title })}
            onPress={() => remove(index)}
          >
            {t('decision.remove')}
          </Button>
        </div>
      ))}
      <div>
        <Button
          variant="secondary"
          onPress={() =>
            onChange([
              ...roles,
              { title: '', year: 'every', fte: '1', rate: '' },
            ])
          }
        >
          {t('decision.money.addRole')}
        </Button>
      </div>
    </fieldset>
  );
}
