import { formatMoney, formatMoneyRange, roundMoney } from './money';

it.each<[number, string, string, string]>([
  [1_050_000, 'USD', 'en-US', '$1,050,000'],
  [1_666.67, 'USD', 'en-US', '$1,667'],
  [24, 'USD', 'en-US', '$24'],
  [24.5, 'USD', 'en-US', '$24.50'],
  [-150_000, 'USD', 'en-US', '-$150,000'],
  [0, 'USD', 'en-US', '$0'],
  [12_345, 'JPY', 'en-US', '¥12,345'],
  [1_050_000, 'EUR', 'de-DE', '1.050.000\u00a0€'],
])('writes %d %s in %s', (amount, currency, locale, written) => {
  expect(formatMoney(amount, currency, locale)).toBe(written);
});

it.each([
  [{ low: 125_000, high: 350_000 }, {}, '$125,000 – $350,000'],
  [{ low: 24, high: 24 }, {}, '$24'],
  [{ low: 65.5, high: 69 }, {}, '$65.50 – $69.00'],
  [{ low: 277.78, high: 1_666.67 }, {}, '$278 – $1,667'],
  [{ low: 150_000, high: 550_000 }, { isSigned: true }, '+$150,000–550,000'],
  [{ low: -50_000, high: 90_000 }, { isSigned: true }, '-$50,000 – +$90,000'],
  [{ low: 1_050_000, high: 2_250_000 }, { isCompact: true }, '$1.05–2.25M'],
])('writes the range %j as %j', (range, style, written) => {
  expect(formatMoneyRange(range, 'USD', 'en-US', style)).toBe(written);
});

it.each<[number, string, number]>([
  [1_666.666_666, 'USD', 1_666.67],
  [0.1 + 0.2, 'USD', 0.3],
  [1.005, 'USD', 1.01],
  [-1.005, 'USD', -1.01],
  [1e-9, 'USD', 0],
  [-1e-9, 'USD', 0],
  [12.5, 'JPY', 13],
  [1.2345, 'KWD', 1.235],
])('rounds %d %s to what can be paid', (amount, currency, rounded) => {
  expect(roundMoney(amount, currency)).toBe(rounded);
});
