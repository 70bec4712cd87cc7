import { Result } from './figure';
import { formatJson, formatNumber, formatRow } from './format';

const result: Result = {
  bench: 'ingest',
  figure: 'floor-ratio',
  database: 'SQLite',
  value: 0.61234,
  unit: 'ratio',
  goal: '>= 0.5',
};

describe('formatJson', () => {
  it('holds everything, with the goal and whether it was met', () => {
    expect(JSON.parse(formatJson(result))).toEqual({ ...result, met: true });
  });

  it('says that there is no goal, and leaves an absent database out', () => {
    const { goal, database, ...informative } = result;
    expect(JSON.parse(formatJson(informative))).toEqual({
      ...informative,
      goal: null,
      met: null,
    });
  });

  it('is one line', () => {
    expect(formatJson(result)).not.toContain('\n');
  });
});

describe('formatRow', () => {
  it('shows a missed goal', () => {
    expect(formatRow({ ...result, value: 0.4 })).toMatch(
      /^ingest +floor-ratio +SQLite +0\.4 ratio +goal >= 0\.5: MISSED$/,
    );
  });

  it('shows a number that only informs', () => {
    const { goal, ...informative } = result;
    expect(formatRow(informative)).toMatch(/0\.612 ratio$/);
  });
});

describe('formatNumber', () => {
  it.each([
    [0, '0'],
    [0.0098765, '0.00988'],
    [12.3456, '12.3'],
    [123.4, '123'],
    [23456.7, '23,457'],
  ])('writes %p as %p', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });
});
