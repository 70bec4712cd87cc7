import { offeredPlugins } from './basePlugins';

describe('offeredPlugins', () => {
  it('leaves out what a portal consists of anyway', () => {
    const used = ['catalog', 'home', 'techdocs', 'search', 'kubernetes'];
    expect(offeredPlugins(used)).toEqual(['techdocs', 'kubernetes']);
  });
});
