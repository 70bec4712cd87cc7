import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import {
  parseBenchArguments,
  parseStartArguments,
  parseTestArguments,
  stageNames,
  storyNames,
} from '../lib/arguments.mjs';
import { benchmarkNames } from '../lib/benchmarks.mjs';
import { storyConfiguration } from '../lib/portal.mjs';
import { stages } from '../lib/stages.mjs';

test('the sample history is shown unless it is switched off', () => {
  assert.deepEqual(parseStartArguments([]), { sample: true, story: 'stuck' });
  assert.deepEqual(parseStartArguments(['--no-sample']), {
    sample: false,
    story: 'stuck',
  });
});

test('a story is chosen by its name', () => {
  assert.deepEqual(parseStartArguments(['--story=failed']), {
    sample: true,
    story: 'failed',
  });
});

test('an unknown option of start names what is accepted', () => {
  assert.throws(() => parseStartArguments(['--sample']), /--no-sample/);
  assert.throws(
    () => parseStartArguments(['--story=won']),
    /'won' in --story; accepted: stuck, failed, succeeded/,
  );
  assert.throws(
    () => parseStartArguments(['--no-sample', '--story=failed']),
    /one of --story=<name> and --no-sample/,
  );
});

test('a story other than the first has a configuration of its own', () => {
  const [first, ...others] = storyNames;
  assert.deepEqual(storyConfiguration(first), []);
  for (const name of others) {
    const files = storyConfiguration(name).filter(part => part !== '--config');
    assert.equal(files.length, 2);
    assert.ok(files.every(file => existsSync(file)));
  }
});

test('without arguments every stage runs', () => {
  const { whole, stages: wanted } = parseTestArguments([]);
  assert.equal(whole, true);
  assert.deepEqual(wanted, Object.keys(stages));
  assert.deepEqual(wanted, stageNames);
});

test('--only runs one stage and hands on what follows', () => {
  assert.deepEqual(parseTestArguments(['--only=journeys', '-g', 'card']), {
    whole: false,
    stages: ['journeys'],
    toolArguments: ['-g', 'card'],
  });
  assert.throws(() => parseTestArguments(['--only=e2e']), /journeys/);
});

test('other arguments are for Jest', () => {
  assert.deepEqual(parseTestArguments(['plugins/b', '-t', 'saves']), {
    whole: false,
    stages: ['unit'],
    toolArguments: ['plugins/b', '-t', 'saves'],
  });
});

test('without a name every benchmark runs', () => {
  assert.deepEqual(parseBenchArguments([], ['memory', 'read']), {
    names: ['memory', 'read'],
    json: false,
    trial: false,
  });
});

test('names and options of benchmarks come in any order', () => {
  assert.deepEqual(
    parseBenchArguments(['--json', 'read', '--trial'], ['memory', 'read']),
    { names: ['read'], json: true, trial: true },
  );
});

test('an unknown benchmark or option names what is accepted', () => {
  assert.throws(
    () => parseBenchArguments(['reed'], ['memory', 'read']),
    /'reed'; there are: memory, read/,
  );
  assert.throws(
    () => parseBenchArguments(['--jsn'], ['memory', 'read']),
    /--jsn; accepted: --json, --trial/,
  );
});

test('the names of the benchmarks are those of their files', () => {
  assert.ok(benchmarkNames().includes('accuracy'));
});
