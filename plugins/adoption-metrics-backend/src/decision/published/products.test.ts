import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import publishedFile from './published.json';

const plugins = join(__dirname, '../../../..');
const packages = ['', '-backend', '-common', '-node'].map(
  suffix => `adoption-metrics${suffix}/src`,
);

/** Words of titles that name no product. */
const COMMON = new Set([
  ...[
    'Self',
    'Simplified',
    'Managed',
    'Custom',
    'Backstage',
    'Average',
    'Price',
  ],
  ...['Months', 'Years', 'Weeks', 'Share', 'Teams', 'Smallest', 'Most', 'What'],
  ...['Adoption', 'React', 'TypeScript'],
]);

function productsIn(texts: string[]): string[] {
  const words = texts.flatMap(text => text.match(/\b[A-Z]\w+/g) ?? []);
  return [...new Set(words)].filter(word => !COMMON.has(word));
}

const { options, numbers } = publishedFile;
const products = productsIn([
  ...options.flatMap(({ title, phrase }) => [title, phrase]),
  ...Object.values(numbers).map(({ title }) => title),
]);
const ids = options.map(({ id }) => id).filter(id => id !== 'port');

/** Everything but tests, which may name what they like. */
const sources = packages
  .flatMap(folder =>
    readdirSync(join(plugins, folder), {
      recursive: true,
      encoding: 'utf8',
    }).map(path => join(folder, path)),
  )
  .filter(path => /\.(tsx?|json|css)$/.test(path))
  .filter(path => !/\.test\.tsx?$|__tests__|__testUtils__/.test(path));

describe('products', () => {
  it('are known by their names', () => {
    expect(products.sort()).toEqual([
      ...['Cortex', 'OpsLevel', 'Port', 'Roadie', 'Spotify'],
    ]);
  });

  it('are named in the file of published numbers alone', () => {
    const names = new RegExp(
      `\\b(${products.join('|')})\\b|['"\`](${ids.join('|')})['"\`]`,
    );
    const naming = sources.filter(path =>
      names.test(readFileSync(join(plugins, path), 'utf8')),
    );
    expect(naming).toEqual([
      'adoption-metrics-backend/src/decision/published/published.json',
    ]);
  });
});
