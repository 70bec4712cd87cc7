import { publishedPlans } from './published';

describe('published numbers', () => {
  it.each(publishedPlans.map(published => ({ published })))(
    'have a source and a date: $published.name',
    ({ published }) => {
      expect(published).toMatchObject({
        unit: expect.stringMatching(/./),
        source: expect.stringMatching(/./),
        date: expect.stringMatching(/^\d{4}(-\d\d-\d\d)?$/),
        grade: 'published, unverified',
      });
    },
  );
});
