import { decisionOptions } from './options';

function statesOf(facts: Parameters<typeof decisionOptions>[0]) {
  return Object.fromEntries(
    decisionOptions(facts).map(({ id, state }) => [id, state]),
  );
}

describe('decisionOptions', () => {
  it('leaves few options to 150 developers and a team of 2', () => {
    expect(statesOf({ team: 2, developers: 150 })).toEqual({
      'self-hosted-backstage': 'unfit',
      'managed-backstage': 'unfit',
      port: 'fits',
      cortex: 'unfit',
      'custom-portal': 'fits',
    });
  });

  it('rules out Port and self-hosting for 500 developers and a team of 5', () => {
    expect(statesOf({ team: 5, developers: 500 })).toEqual({
      'self-hosted-backstage': 'unfit',
      'managed-backstage': 'fits',
      port: 'unfit',
      cortex: 'fits',
      'custom-portal': 'fits',
    });
  });

  it.each([
    ['self-hosted-backstage', { team: 7, developers: 499 }, 'unfit'],
    ['self-hosted-backstage', { team: 7, developers: 500 }, 'fits'],
    ['port', { team: 0.5, developers: 499 }, 'fits'],
    ['port', { team: 0.4, developers: 499 }, 'unfit'],
    ['port', { team: 1, developers: 500 }, 'unfit'],
    ['cortex', { team: 1, developers: 199 }, 'unfit'],
    ['cortex', { team: 1, developers: 200 }, 'fits'],
    ['cortex', { team: 1, developers: 1_000 }, 'fits'],
    ['cortex', { team: 1, developers: 1_001 }, 'unfit'],
    ['cortex', { team: 0.9, developers: 300 }, 'unfit'],
    ['managed-backstage', { team: 3.9 }, 'unfit'],
    ['managed-backstage', { team: 4 }, 'fits'],
    ['custom-portal', { team: 1.9 }, 'unfit'],
    ['port', { team: 1 }, 'unknown'],
    ['port', { developers: 300 }, 'unknown'],
    ['port', { developers: 500 }, 'unfit'],
  ])('%s with %j: %s', (id, facts, state) => {
    expect(statesOf(facts)[id]).toBe(state);
  });

  it('says what that rests on', () => {
    const [, managed, port] = decisionOptions({ team: 2, developers: 150 });
    expect(managed.reason).toBe('Requires 4–7 FTE; your team has 2.');
    expect(port.reason).toBe(
      'Requires 0.5–1 FTE; your team has 2. Meant for fewer than 500 developers; you have 150.',
    );
    expect(decisionOptions({})[2].reason).toBe(
      'Requires 0.5–1 FTE. Unknown: nobody has answered yet. Meant for fewer than 500 developers; your number is unknown.',
    );
  });
});
