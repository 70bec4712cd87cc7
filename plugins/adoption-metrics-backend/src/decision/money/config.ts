import { currency, positive } from '../../configuration';

/** Far above any rate of exchange. */
const HIGHEST_RATE = 1_000_000;

/** Keys of `adoptionMetrics.decision` about money. */
export const currencyConfig = {
  currency: currency()
    .optional()
    .meta({ otherwise: 'that of the published numbers' })
    .describe('ISO 4217 code of the currency of all money'),
  exchangeRate: positive(HIGHEST_RATE, 'units of your currency')
    .optional()
    .meta({ otherwise: 'unknown, and published money with it' })
    .describe(
      'What one unit of the currency of the published numbers is in yours',
    ),
};

/** Of which currency all money is, as far as it is configured. */
export interface DecisionCurrency {
  currency?: string;
  exchangeRate?: number;
}
