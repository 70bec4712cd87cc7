import { decisionMoney } from '../../__fixtures__';
import { english } from '../../__testUtils__/english';
import {
  breakEvenText,
  cheapestText,
  currentCostText,
  missingForBreakEven,
  spentText,
} from './moneyTexts';

const sentence = 'As the API says it.';

describe('breakEvenText', () => {
  it.each([
    [null, null, 'unknown', 'unknown'],
    [null, null, 'never', 'never'],
    ['2027-06-01', null, 'possible', 'Jun 2027 at best, or never'],
    ['2027-06-01', '2028-03-01', 'certain', 'Jun 2027 – Mar 2028'],
    ['2027-06-01', '2027-06-20', 'certain', 'Jun 2027'],
  ] as const)('%s to %s, %s: %s', (earliest, latest, state, text) => {
    const breakEven = { state, earliest, latest, sentence };
    expect(breakEvenText(breakEven, english)).toBe(text);
  });
});

describe('cheapestText', () => {
  it.each([
    [null, null, 'never'],
    [0.11, null, '11% at best, or never'],
    [0.11, 0.22, '11% at best, 22% for certain'],
    [0.11, 0.11, '11%'],
  ])('possible from %s, certain from %s: %s', (possible, certain, text) => {
    expect(cheapestText({ possible, certain, sentence }, english)).toBe(text);
  });

  it('is unknown where there is nothing to compare', () => {
    expect(cheapestText(null, english)).toBe('unknown');
  });
});

describe('missingForBreakEven', () => {
  const [quayside, ...others] = decisionMoney.options;
  const unknown = { ...quayside.breakEven!, state: 'unknown' as const };

  it('names once what has to be entered', () => {
    const options = [{ ...quayside, breakEven: unknown }, ...others];
    expect(missingForBreakEven({ ...decisionMoney, options }, english)).toBe(
      'When switching pays off is not known. Still missing: the one-time cost of switching, the months of paying for both portals.',
    );
  });

  it('asks for nothing where it is known', () => {
    expect(missingForBreakEven(decisionMoney, english)).toBeUndefined();
  });
});

describe('sentences about money', () => {
  it('say what the portal costs, or that it is not known', () => {
    expect(currentCostText(decisionMoney, english)).toBe(
      'The portal costs €247,000 – €249,000 per year: €823 – €830 per developer, €8,821 – €8,893 per active user.',
    );
    const current = { ...decisionMoney.current, following: null };
    expect(currentCostText({ ...decisionMoney, current }, english)).toMatch(
      /^What the portal costs per year is unknown/,
    );
  });

  it('never take unknown spending for none', () => {
    const spent = { ...decisionMoney.spent, total: null };
    expect(spentText({ ...decisionMoney, spent }, english)).toBe(
      'Already spent: unknown until you enter since when',
    );
  });
});
