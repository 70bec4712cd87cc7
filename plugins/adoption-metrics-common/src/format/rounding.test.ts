import fc from 'fast-check';
import { metricIds, type MetricId, type Target } from '../metrics';
import { formatShare, formatValue } from './values';

/** What is read on the screen, as a number. */
function readBack(text: string): number {
  return Number(text.replace(/[<%s ,]/g, ''));
}

function isMet(value: number, { operator, value: goal }: Target): boolean {
  return operator === '>=' ? value >= goal : value < goal;
}

const operators = fc.constantFrom<Target['operator']>('>=', '<');
const thousandths = fc
  .integer({ min: 1, max: 999 })
  .map(count => Number(`${count}e-3`));
const shares = fc
  .tuple(fc.nat({ max: 20_000 }), fc.integer({ min: 1, max: 20_000 }))
  .map(([part, rest]) => part / (part + rest));
const shareMetrics = fc.constantFrom(
  ...metricIds.filter(metric => metric !== 'page-load'),
);

describe('what is written beside a target', () => {
  it('is on the side of the target on which the value is: shares', () => {
    fc.assert(
      fc.property(
        shareMetrics,
        shares,
        operators,
        thousandths,
        (metric, share, operator, value) => {
          const target = { operator, value };
          const text = formatValue(
            share,
            { id: metric, unit: 'share', target },
            'en-US',
          );
          const percent = { operator, value: readBack(percentText(value)) };
          // "<0.1%" stands for all that is less.
          const read = text.startsWith('<') ? 0 : readBack(text);
          expect(isMet(read, percent)).toBe(isMet(share, target));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('is on the side of the target on which the value is: seconds', () => {
    const metric: MetricId = 'page-load';
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 60, noNaN: true }),
        operators,
        fc.integer({ min: 1, max: 600 }).map(tenths => tenths / 10),
        (seconds, operator, value) => {
          const target = { operator, value };
          const text = formatValue(
            seconds,
            { id: metric, unit: 'seconds', target },
            'en-US',
          );
          expect(isMet(readBack(text), target)).toBe(isMet(seconds, target));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('is near the value: half a step, or a step where the target is between', () => {
    fc.assert(
      fc.property(shares, thousandths, (share, value) => {
        const text = formatShare(share, 'en-US', { operator: '>=', value });
        const read = text.startsWith('<') ? 0 : readBack(text);
        expect(Math.abs(read - share * 100)).toBeLessThanOrEqual(0.1);
      }),
    );
  });

  it('never says all or nothing of a part', () => {
    fc.assert(
      fc.property(shareMetrics, shares, (metric, share) => {
        const target: Target = { operator: '>=', value: 0.5 };
        const text = formatValue(
          share,
          { id: metric, unit: 'share', target },
          'en-US',
        );
        expect(/^100/.test(text)).toBe(share === 1);
        expect(/^0(\.0+)?%$/.test(text)).toBe(share === 0);
      }),
    );
  });
});

// The exact decimal digits: 0.29 times 100 is not 29 in binary.
function percentText(share: number): string {
  return `${Number(`${share}e2`)}%`;
}
