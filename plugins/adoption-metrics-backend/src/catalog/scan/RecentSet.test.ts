import { RecentSet } from './RecentSet';

it('forgets the oldest when more come than it holds', () => {
  const set = new RecentSet(2);
  expect(['a', 'b', 'a', 'c', 'b', 'a'].map(each => set.add(each))).toEqual([
    true,
    true,
    false,
    true,
    false,
    true,
  ]);
});
