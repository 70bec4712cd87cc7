import type {
  MoneyReport,
  MoneyRequest,
  RoleYear,
} from 'backstage-plugin-adoption-metrics-common';
import { numberOf } from './fields';

interface RangeTexts {
  low: string;
  high: string;
}

export interface RoleTexts {
  title: string;
  year: RoleYear;
  fte: string;
  rate: string;
}

/** What stands in the fields of the form. */
export interface MoneyTexts {
  roles: RoleTexts[];
  license: RangeTexts;
  hosting: RangeTexts;
  switchCost: RangeTexts;
  parallelMonths: string;
  spendingSince: string;
  note: string;
}

/** What was said last; roles are those that are reckoned with. */
export function textsOf({ inputs, current }: MoneyReport): MoneyTexts {
  const roles = inputs?.roles ?? [];
  const suggested = current.peopleFrom === 'published' ? current.roles : [];
  return {
    roles:
      roles.length > 0
        ? roles.map(({ title, year, fte, ratePerYear }) => ({
            title,
            year,
            fte: String(fte),
            rate: textOf(ratePerYear),
          }))
        : suggested.map(({ title, year, fte, ratePerYear }) => ({
            title,
            year,
            fte: String(fte),
            rate: textOf(ratePerYear?.high ?? undefined),
          })),
    license: rangeTexts(inputs?.licensePerYear),
    hosting: rangeTexts(inputs?.hostingPerYear),
    switchCost: rangeTexts(inputs?.switchCost),
    parallelMonths: textOf(inputs?.parallelMonths),
    spendingSince: inputs?.spendingSince ?? '',
    note: inputs?.note ?? '',
  };
}

/** What is sent: what stands empty is unknown. */
export function requestOf(texts: MoneyTexts): MoneyRequest {
  const roles = texts.roles.map(({ title, year, fte, rate }) => ({
    title,
    year,
    fte: Number(fte),
    ratePerYear: numberOf(rate),
  }));
  return {
    roles: roles.length > 0 ? roles : undefined,
    licensePerYear: rangeOf(texts.license),
    hostingPerYear: rangeOf(texts.hosting),
    switchCost: rangeOf(texts.switchCost),
    parallelMonths: numberOf(texts.parallelMonths),
    spendingSince: texts.spendingSince || undefined,
    note: texts.note.trim() || undefined,
  };
}

function textOf(value: number | undefined): string {
  return value === undefined ? '' : String(value);
}

function rangeTexts(range: { low: number; high: number } | undefined) {
  return { low: textOf(range?.low), high: textOf(range?.high) };
}

/** One end alone is one amount. */
function rangeOf(texts: RangeTexts): { low: number; high: number } | undefined {
  const low = numberOf(texts.low) ?? numberOf(texts.high);
  const high = numberOf(texts.high) ?? low;
  return low === undefined || high === undefined ? undefined : { low, high };
}
