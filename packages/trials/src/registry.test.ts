import { readdirSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { trials } from './registry';

const names = Object.keys(trials).sort();

it('knows every file of the trials', () => {
  const files = readdirSync(join(__dirname, 'trials'));
  expect(names).toEqual(files.map(file => parse(file).name).sort());
});

it('runs every trial at night', () => {
  const file = join(__dirname, '../../../.github/workflows/nightly.yml');
  const listed = readFileSync(file, 'utf8').match(/(?<=^ {10}- )[a-z-]+$/gm);
  expect(listed).toEqual(names);
});
