import { AttributedEvent } from '../parts';
import { activityCounter } from './activityCounter';

const view = (pluginId: string, personId: number): AttributedEvent => ({
  event: {
    type: 'interaction',
    at: '2026-11-30T09:00:00.000Z',
    action: 'navigate',
    pluginId,
  },
  personId,
  day: 1,
  at: 0,
});

describe('activityCounter', () => {
  const countedOf = (events: AttributedEvent[]) =>
    activityCounter.count(events).map(({ rows }) => rows);

  it('makes nobody active by looking at the metrics', () => {
    const nothing = [[], [], []];
    expect(countedOf([view('adoption-metrics', 1)])).toEqual(nothing);
  });

  it('counts what else the same person does', () => {
    const [days, pluginDays, actions] = countedOf([
      view('adoption-metrics', 1),
      view('catalog', 1),
      view('catalog', 1),
    ]);
    expect(days).toEqual([{ day: 1, person_id: 1 }]);
    expect(pluginDays).toEqual([
      { day: 1, person_id: 1, plugin_id: 'catalog' },
    ]);
    expect(actions).toEqual([
      { day: 1, plugin_id: 'catalog', action: 'navigate', n: 2 },
    ]);
  });
});
