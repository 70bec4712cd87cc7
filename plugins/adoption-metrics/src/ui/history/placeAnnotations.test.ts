import type { SeriesPoint } from 'backstage-plugin-adoption-metrics-common';
import { annotations } from '../../__fixtures__/deadlines';
import { placeAnnotations } from './placeAnnotations';

function weekFrom(from: string, to: string): SeriesPoint {
  return { from, to } as SeriesPoint;
}

describe('placeAnnotations', () => {
  it('puts each into the period of its day, which ends before `to`', () => {
    const [dimension] = annotations.annotations;
    const points = [
      weekFrom('2026-09-30', '2026-10-07'),
      weekFrom('2026-10-07', '2026-10-14'),
    ];
    expect(placeAnnotations(annotations.annotations, points)).toEqual([
      { annotation: dimension, from: '2026-10-07', number: 1 },
    ]);
  });

  it('leaves out what lies before or after', () => {
    const points = [weekFrom('2026-10-08', '2026-11-02')];
    expect(placeAnnotations(annotations.annotations, points)).toEqual([]);
  });
});
