import fc from 'fast-check';
import { RecentSet } from './RecentSet';

describe('RecentSet', () => {
  it('remembers the latest, and forgets what is twice as old', () => {
    const texts = fc.array(fc.integer({ min: 0, max: 30 }).map(String));
    fc.assert(
      fc.property(texts, added => {
        const set = new RecentSet(5);
        const distinct: string[] = [];
        for (const text of added) {
          const age = [...distinct].reverse().indexOf(text);
          const isNew = set.add(text);
          expect(isNew && age >= 0 && age < 5).toBe(false);
          expect(!isNew && (age < 0 || age >= 10)).toBe(false);
          if (isNew) {
            distinct.push(text);
          }
        }
      }),
    );
  });
});
