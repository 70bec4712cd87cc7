import { screen } from '@testing-library/react';
import { renderInEnglish } from '../../__testUtils__/english';
import { activeUsers, nothingSeen, uptime } from '../../__fixtures__';
import { meterScale, positionOn } from './meterScale';
import { TargetMeter } from './TargetMeter';

describe('meterScale', () => {
  it('puts a share to be reached in the middle', () => {
    const scale = meterScale(0.09, { operator: '>=', value: 0.3 });
    expect(positionOn(scale, 0.3)).toBeCloseTo(0.5);
  });

  it('ends at the whole for an uptime, with the target well inside', () => {
    const scale = meterScale(0.9993, { operator: '>=', value: 0.999 });
    expect(scale.max).toBe(1);
    expect(positionOn(scale, 0.999)).toBeCloseTo(2 / 3);
    expect(positionOn(scale, 0.9993)).toBeGreaterThan(2 / 3);
  });

  it('shows how much of an error budget is overspent', () => {
    const target = { operator: '>=' as const, value: 0.999 };
    const scale = meterScale(0.9986, target);
    expect(scale).toEqual({ min: 0.997, max: 1 });
    const missing = positionOn(scale, 0.999) - positionOn(scale, 0.9986);
    expect(missing).toBeGreaterThan(0.1);
    expect(positionOn(scale, 0.9986)).toBeGreaterThan(0.4);
  });

  it.each([
    [0.95, '>=', 0.999, 0.94, 1],
    [0.99, '>=', 0.9995, 0.985, 1],
    [0.3182, '>=', 0.999, 0.2, 1],
    [0.0933, '>=', 0.3, 0, 0.6],
    [0.8, '>=', 0.3, 0, 1],
    [6.8, '<', 5, 0, 10],
    [42, '<', 5, 0, 50],
    [0.064, '<', 0.02, 0, 0.08],
    [null, '<', 0.02, 0, 0.04],
  ] as const)(
    'ends at round values: %d %s %d',
    (value, operator, aim, min, max) => {
      const scale = meterScale(value, { operator, value: aim });
      expect(scale).toEqual({ min, max });
    },
  );

  it.each([
    [0.95, { operator: '>=' as const, value: 0.999 }],
    [0.8, { operator: '>=' as const, value: 0.3 }],
    [42, { operator: '<' as const, value: 5 }],
    [0, { operator: '<' as const, value: 0.02 }],
    [1, { operator: '>=' as const, value: 1 }],
    [1.4, { operator: '>=' as const, value: 0.3 }],
  ])('has room for %d and its target', (value, target) => {
    const { min, max } = meterScale(value, target);
    for (const each of [value, target.value]) {
      expect(each).toBeGreaterThanOrEqual(min);
      expect(each).toBeLessThanOrEqual(max);
    }
    expect(max).toBeGreaterThan(min);
  });
});

describe('TargetMeter', () => {
  it('is a meter that speaks value, target and verdict', () => {
    renderInEnglish(<TargetMeter metric={uptime} />);
    const meter = screen.getByRole('meter', { name: 'Uptime' });
    expect(meter).toHaveAttribute('aria-valuenow', String(uptime.value));
    expect(meter).toHaveAttribute('aria-valuemax', '1');
    expect(meter).toHaveAttribute(
      'aria-valuetext',
      '99.93%, target at least 99.9%, on target',
    );
  });

  it('labels the ends of its scale', () => {
    const { container } = renderInEnglish(<TargetMeter metric={uptime} />);
    expect(container.querySelector('.ends')).toHaveTextContent('99.7%100%');
  });

  it('fills as far as the value and marks the target', () => {
    const { container } = renderInEnglish(<TargetMeter metric={activeUsers} />);
    expect(container.querySelector('.fill')).toHaveStyle({ width: '15.56%' });
    expect(container.querySelector('.mark')).toHaveStyle({ left: '50.00%' });
  });

  it('is empty, not at zero, while the value is unknown', () => {
    const { container } = renderInEnglish(
      <TargetMeter metric={nothingSeen.metrics[0]} />,
    );
    expect(screen.queryByRole('meter')).not.toBeInTheDocument();
    expect(screen.getByRole('img')).toHaveAccessibleName(
      'Active users: Unknown, target at least 30%, not enough data',
    );
    expect(container.querySelector('.fill')).not.toBeInTheDocument();
    expect(container.querySelector('.mark')).toBeInTheDocument();
  });
});
