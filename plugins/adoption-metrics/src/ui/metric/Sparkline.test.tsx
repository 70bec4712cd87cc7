import { screen } from '@testing-library/react';
import { renderInEnglish } from '../../__testUtils__/english';
import { activeUsers, nothingSeen } from '../../__fixtures__';
import { Sparkline } from './Sparkline';
import { sparklineGeometry } from './sparklineGeometry';

function points(...values: Array<number | null>) {
  return values.map((value, index) => ({
    day: `2026-11-0${index + 1}`,
    value,
  }));
}

describe('sparklineGeometry', () => {
  it('leaves gaps where nothing is known', () => {
    const { runs } = sparklineGeometry(points(null, 1, 2, null, 4), 0);
    expect(runs).toEqual([
      [
        { x: 0.25, y: 0.75 },
        { x: 0.5, y: 0.5 },
      ],
      [{ x: 1, y: 0 }],
    ]);
  });

  it('keeps the target in view above, below and among the values', () => {
    expect(sparklineGeometry(points(1, 2), 5).targetY).toBe(0);
    expect(sparklineGeometry(points(3, 5), 1).targetY).toBe(1);
    expect(sparklineGeometry(points(0, 4), 1).targetY).toBe(0.75);
  });

  it('ends at the newest known day', () => {
    const { last } = sparklineGeometry(points(0, 4, null), 4);
    expect(last).toEqual({ x: 0.5, y: 0 });
  });

  it('has no end where nothing is known', () => {
    expect(sparklineGeometry(points(null, null), 4).last).toBeUndefined();
    expect(sparklineGeometry([], 4).last).toBeUndefined();
  });
});

describe('Sparkline', () => {
  it('says in words what it shows', () => {
    renderInEnglish(<Sparkline metric={activeUsers} />);
    expect(screen.getByRole('img')).toHaveAccessibleName(
      /^Active users: from [\d.]+% on Aug 25 to [\d.]+% on Nov 22, lowest [\d.]+%, highest [\d.]+%, target at least 30%, 3 days unknown$/,
    );
  });

  it('draws one line for each unbroken run of days', () => {
    const { container } = renderInEnglish(<Sparkline metric={activeUsers} />);
    expect(container.querySelectorAll('path.line')).toHaveLength(2);
  });

  it('draws nothing of an unknown past', () => {
    renderInEnglish(<Sparkline metric={nothingSeen.metrics[0]} />);
    expect(screen.queryByRole('img')).not.toBeInTheDocument();
    expect(screen.getByText('No history yet')).toBeInTheDocument();
  });
});
