import { parseDay } from '../../time';
import { ChecklistFacts, checklistStepsOf } from './steps';

const nothingDone: ChecklistFacts = {
  since: parseDay('2026-07-27')!,
  auditSince: parseDay('2026-08-25')!,
  auditLoads: 0,
  pluginCap: 5,
  recommendedPlugins: [
    { id: 'ships', title: 'Ships' },
    { id: 'trains', title: 'Trains' },
  ],
  stale: {
    status: 'missed',
    statement: 'Stale: 15% (7 of 47), above target (under 2%).',
    numerator: 7,
    denominator: 47,
    target: { operator: '<', value: 0.02 },
  },
};

const unread: ChecklistFacts['stale'] = {
  status: 'undecided',
  statement: 'Not read yet.',
  target: nothingDone.stale.target,
};

const plugins = (count: number) =>
  Array.from({ length: count }, (_, index) => `plugin-${index}`);

function statesOf(facts: Partial<ChecklistFacts>) {
  const steps = checklistStepsOf({ ...nothingDone, ...facts });
  return Object.fromEntries(steps.map(({ id, state }) => [id, state]));
}

function reasonFor(id: string, facts: Partial<ChecklistFacts>) {
  const steps = checklistStepsOf({ ...nothingDone, ...facts });
  return steps.find(step => step.id === id)!.reason;
}

describe('checklistStepsOf', () => {
  it('completes one of five: a deadline, but 20 plugins and 15% stale', () => {
    const deadline = parseDay('2027-01-27')!;
    expect(statesOf({ deadline, usedPlugins: plugins(20) })).toEqual({
      deadline: 'done',
      audit: 'open',
      simplify: 'open',
      'data-quality': 'open',
      report: 'open',
    });
  });

  it('completes all five', () => {
    const states = statesOf({
      deadline: parseDay('2027-01-27')!,
      auditLoads: 1,
      usedPlugins: plugins(5),
      stale: { ...nothingDone.stale, status: 'met' },
      reportedOn: parseDay('2026-11-23')!,
    });
    expect(new Set(Object.values(states))).toEqual(new Set(['done']));
  });

  it('knows nothing of what was not measured', () => {
    expect(statesOf({ stale: unread, auditLoads: undefined })).toMatchObject({
      audit: 'unknown',
      simplify: 'unknown',
      'data-quality': 'unknown',
    });
    expect(reasonFor('data-quality', { stale: unread })).toBe('Not read yet.');
  });

  it.each([
    [5, 'done', '5 plugins used'],
    [6, 'open', '6 plugins used'],
    [1, 'done', '1 plugin used'],
    [0, 'done', '0 plugins used'],
  ])('says what %d plugins mean', (count, state, said) => {
    const usedPlugins = plugins(count);
    expect(statesOf({ usedPlugins }).simplify).toBe(state);
    expect(reasonFor('simplify', { usedPlugins })).toContain(said);
  });

  it('follows the cap of plugins', () => {
    const usedPlugins = plugins(6);
    expect(statesOf({ usedPlugins, pluginCap: 6 }).simplify).toBe('done');
    expect(statesOf({ usedPlugins, pluginCap: null }).simplify).toBe('unknown');
    const [, , { title }] = checklistStepsOf({ ...nothingDone, pluginCap: 8 });
    expect(title).toBe('Limit to 8 plugins');
  });

  it('says by how many there are too many, and what is recommended', () => {
    const reason = (count: number, installedPlugins?: string[]) =>
      reasonFor('simplify', { usedPlugins: plugins(count), installedPlugins });
    expect(reason(20)).toBe(
      '20 plugins used in the last 28 days, excluding built-in plugins, 15 too many.',
    );
    expect(reason(1, ['ships-by-sea', 'trainspotting'])).toBe(
      '1 plugin used in the last 28 days, excluding built-in plugins. Recommended, but not installed: Trains.',
    );
    expect(reason(2, ['ships', 'trains'])).toMatch(
      / All recommended plugins are installed\.$/,
    );
  });

  it('says in codes and values what it says in sentences', () => {
    const said = (facts: Partial<ChecklistFacts>) =>
      checklistStepsOf({ ...nothingDone, ...facts }).map(
        ({ code, values }) => ({ code, ...values }),
      );
    expect(
      said({ usedPlugins: plugins(7), installedPlugins: ['ships'] }),
    ).toEqual([
      { code: 'no-deadline' },
      { code: 'not-viewed', since: '2026-08-25', times: 0 },
      {
        code: 'plugins',
        plugins: 7,
        most: 5,
        tooMany: 2,
        missing: ['Trains'],
      },
      { code: 'stale', stale: 7, entities: 47, target: 0.02 },
      { code: 'no-digest', since: '2026-07-27' },
    ]);
    const deadline = parseDay('2027-01-27')!;
    expect(
      said({
        deadline,
        auditLoads: undefined,
        stale: unread,
        reportedOn: deadline,
      }),
    ).toEqual([
      { code: 'deadline', date: '2027-01-27' },
      { code: 'no-page-loads', since: '2026-08-25', times: null },
      { code: 'plugins-unknown', most: 5 },
      { code: 'stale-unknown', stale: null, entities: null, target: 0.02 },
      { code: 'digest', date: '2027-01-27' },
    ]);
  });

  it('says what a step rests on', () => {
    expect(reasonFor('deadline', {})).toBe('No deadline is set.');
    expect(reasonFor('audit', {})).toContain('since 25 Aug 2026');
    expect(reasonFor('audit', { auditLoads: 3 })).toContain('viewed 3 times');
    const reportedOn = parseDay('2026-11-23')!;
    expect(reasonFor('report', { reportedOn })).toContain('on 23 Nov 2026');
  });
});
