import { factsOf, missed, plugin } from '../../digest/__testUtils__/facts';
import { checklistActions } from './actions';

const metrics = [missed('active-users')];

function adviceOn(plugins: string[], cap: number | null) {
  const days = { from: '2026-10-26', to: '2026-11-23' };
  const fourWeeks = { days, teams: [], plugins: plugins.map(plugin) };
  return checklistActions(factsOf({ metrics, fourWeeks }), cap);
}

describe('checklistActions', () => {
  const five = ['a', 'b', 'c', 'd', 'e', 'catalog'];

  it('counts the plugins beside the built-in ones against the cap', () => {
    expect(adviceOn(five, 5)).toEqual([]);
    expect(adviceOn([...five, 'f'], 5)).toEqual([
      {
        id: 'simplify',
        title: 'Limit the portal to 5 plugins',
        reason:
          '6 plugins were used in the 4 weeks ending 22 Nov 2026, excluding built-in plugins.',
        page: 'active-users',
        wording: expect.any(Object),
      },
    ]);
  });

  it('follows the cap, and recommends nothing without one', () => {
    expect(adviceOn(five, 1)).toMatchObject([
      { title: 'Limit the portal to 1 plugin' },
    ]);
    expect(adviceOn([...five, 'f'], null)).toEqual([]);
  });

  it('leaves a portal alone that meets its goal', () => {
    const facts = factsOf({
      metrics: [missed('active-users', { status: 'met' })],
      fourWeeks: { days: null, teams: [], plugins: five.map(plugin) },
    });
    expect(checklistActions(facts, 1)).toEqual([]);
  });
});
