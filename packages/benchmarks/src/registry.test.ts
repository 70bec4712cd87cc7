import { readdirSync } from 'node:fs';
import { join, parse } from 'node:path';
import { benchmarks } from './registry';

it('knows every file of the benches', () => {
  const files = readdirSync(join(__dirname, 'benches'));
  expect(Object.keys(benchmarks).sort()).toEqual(
    files.map(file => parse(file).name).sort(),
  );
});
