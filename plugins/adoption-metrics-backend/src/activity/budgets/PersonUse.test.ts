import { PersonUse } from './PersonUse';

const budget = { events: 1_000, batches: 100, pageLoads: 100 };
const oneBatch = { events: 20, batches: 1, pageLoads: 4 };
const nothing = { events: 0, batches: 0, pageLoads: 0, faulty: 0 };

function charged(times: number) {
  const use = new PersonUse(budget);
  for (let i = 0; i < times; i++) {
    use.charge(oneBatch);
  }
  return use;
}

describe('PersonUse', () => {
  it('is used up with the first of the budgets', () => {
    expect(charged(24).usedUp()).toBeUndefined();
    expect(charged(25).usedUp()).toBe('pageLoads');
    const use = new PersonUse(budget);
    use.charge({ events: 1_000, batches: 1, pageLoads: 0 });
    expect(use.usedUp()).toBe('events');
    const often = new PersonUse(budget);
    often.charge({ events: 100, batches: 100, pageLoads: 0 });
    expect(often.usedUp()).toBe('batches');
  });

  it('takes back what could not be stored', () => {
    const use = charged(25);
    use.refund(oneBatch);
    expect(use.usedUp()).toBeUndefined();
    expect(use.spent).toEqual({ events: 480, batches: 24, pageLoads: 96 });
  });

  it('adds what was stored before it knew of the person', () => {
    const use = charged(1);
    expect(use.mustRead()).toBe(true);
    use.learn({ events: 980, batches: 49, pageLoads: 0, faulty: 0 });
    expect(use.mustRead()).toBe(false);
    expect(use.usedUp()).toBe('events');
  });

  it('reads again after a tenth of a budget, and believes what is more', () => {
    const use = charged(1);
    use.learn(nothing);
    use.charge(oneBatch);
    use.charge(oneBatch);
    expect(use.mustRead()).toBe(false);
    use.charge(oneBatch);
    expect(use.mustRead()).toBe(true);
    use.learn({ events: 60, batches: 50, pageLoads: 12, faulty: 0 });
    expect(use.spent).toEqual({ events: 80, batches: 50, pageLoads: 16 });
    expect(use.mustRead()).toBe(false);
  });

  it('has the faults of fifty batches stored, also those of other replicas', () => {
    const use = charged(1);
    use.learn({ ...nothing, faulty: 48 });
    expect([1, 2, 3].map(() => use.takeFaulty())).toEqual([true, true, false]);
  });
});
