import { checkDevelopers } from './checkDevelopers';

describe('checkDevelopers', () => {
  const check = (
    count?: { developers: number; excluded: number; held?: boolean },
    headCount?: number,
  ) =>
    checkDevelopers({
      developers: {
        countToShow: async () => count && { day: 1, held: false, ...count },
      },
      failures: { latest: async () => undefined },
      headCount,
      today: 1,
    });

  it('says that none are known yet, and how long that may take', async () => {
    expect(await check()).toMatchObject({
      status: 'problem',
      detail: expect.stringMatching(/two minutes/),
      fix: expect.stringMatching(/^Import your users/),
    });
  });

  it('says why nobody of a catalog counts', async () => {
    expect(await check({ developers: 0, excluded: 1 })).toMatchObject({
      status: 'problem',
      detail: expect.stringMatching(/^No user .* 1 user excluded: guests/),
    });
  });

  it('writes one as one', async () => {
    expect(await check({ developers: 1, excluded: 1 })).toMatchObject({
      status: 'ok',
      detail: '1 developer in the catalog, 1 user excluded.',
    });
    expect(await check({ developers: 2, excluded: 0 })).toMatchObject({
      detail: '2 developers in the catalog, 0 users excluded.',
    });
  });
});
