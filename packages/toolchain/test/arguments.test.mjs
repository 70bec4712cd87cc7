import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  parseStartArguments,
  parseTestArguments,
  stageNames,
} from '../lib/arguments.mjs';
import { stages } from '../lib/stages.mjs';

test('the sample history is shown unless it is switched off', () => {
  assert.deepEqual(parseStartArguments([]), { sample: true });
  assert.deepEqual(parseStartArguments(['--no-sample']), { sample: false });
});

test('an unknown option of start names what is accepted', () => {
  assert.throws(() => parseStartArguments(['--sample']), /--no-sample/);
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
