import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishedOptions, publishedPlans } from './published';

describe('published numbers', () => {
  it.each(
    [
      ...publishedPlans,
      ...publishedOptions.flatMap(({ team, developers }) => [
        team,
        ...(developers ? [developers] : []),
      ]),
    ].map(published => ({ published })),
  )('have a source and a date: $published.name', ({ published }) => {
    expect(published).toMatchObject({
      unit: expect.stringMatching(/./),
      source: expect.stringMatching(/./),
      date: expect.stringMatching(/^\d{4}(-\d\d-\d\d)?$/),
      grade: 'published, unverified',
    });
  });

  it('stand with the names of products in this file alone', () => {
    const root = join(__dirname, '..');
    const naming = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter(path => /\.ts$/.test(path) && !/test|__\w+__/i.test(path))
      .filter(path =>
        /\b(Roadie|Port|Cortex|Spotify)\b/.test(
          readFileSync(join(root, path), 'utf8'),
        ),
      );
    expect(naming).toEqual(['deadline/published.ts']);
  });
});
