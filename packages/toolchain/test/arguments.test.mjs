import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import {
  benchmarkNames,
  budgets,
  parseBenchArguments,
  parseCheckArguments,
  parsePackArguments,
  parseStartArguments,
  parseTestArguments,
  parseTrialArguments,
  setUpBudget,
  sideStages,
  wholeBudgets,
  storyNames,
  trialNames,
} from '../lib/arguments.mjs';
import { storyConfiguration } from '../lib/portal.mjs';
import { stages } from '../lib/stages.mjs';

const usual = {
  sample: true,
  story: 'stuck',
  ports: { app: 3000, backend: 7007 },
};

test('the sample history is shown unless it is switched off', () => {
  assert.deepEqual(parseStartArguments([]), usual);
  assert.deepEqual(parseStartArguments(['--no-sample']), {
    ...usual,
    sample: false,
  });
});

test('the portal moves to the ports that are given', () => {
  assert.deepEqual(parseStartArguments(['--port', '3100']), {
    ...usual,
    ports: { app: 3100, backend: 7007 },
  });
  assert.deepEqual(
    parseStartArguments(['--story=failed', '--port=80', '--backend-port=81']),
    { sample: true, story: 'failed', ports: { app: 80, backend: 81 } },
  );
});

test('a port is a number that ports have, and of one use', () => {
  for (const port of ['0', '65536', '-1', '3e3', '3000.5', 'auto', '']) {
    assert.throws(
      () => parseStartArguments([`--backend-port=${port}`]),
      /--backend-port is a number from 1 to 65535, not '/,
      port,
    );
  }
  assert.throws(
    () => parseStartArguments(['--port=7007']),
    /cannot both listen on port 7007/,
  );
});

test('a story is chosen by its name', () => {
  assert.deepEqual(parseStartArguments(['--story=failed']), {
    ...usual,
    story: 'failed',
  });
});

test('an unknown option of start names what is accepted', () => {
  assert.throws(() => parseStartArguments(['--sample']), /--no-sample/);
  assert.throws(
    () => parseStartArguments(['--story=won']),
    /story 'won'; accepted: stuck, failed, succeeded/,
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
  assert.deepEqual(wanted, Object.keys(stages.test));
});

test('each stage has a budget, and so has each command', () => {
  assert.deepEqual(wholeBudgets, { test: 1_840, check: 180 });
  for (const [command, most] of Object.entries(wholeBudgets)) {
    const names = Object.keys(budgets[command]);
    assert.deepEqual(names, Object.keys(stages[command]));
    const sum = (of = names) =>
      of.reduce((seconds, name) => seconds + budgets[command][name], 0);
    const [first] = command === 'test' ? sideStages : [];
    const before = names.slice(0, names.indexOf(first));
    // What runs beside other stages takes as long as the slower of both.
    const together =
      command === 'test'
        ? setUpBudget + sum() - Math.min(sum(before), sum(sideStages))
        : sum();
    assert.ok(together <= most, `${command}: ${together} s`);
  }
});

test('the stages that wait are neighbors, with others before and after', () => {
  const names = Object.keys(budgets.test);
  const first = names.indexOf(sideStages[0]);
  const neighbors = names.slice(first, first + sideStages.length);
  assert.deepEqual(neighbors, sideStages);
  assert.ok(first > 0 && first + sideStages.length < names.length);
});

test('a check is repeated on demand', () => {
  assert.deepEqual(parseCheckArguments([]), { watch: false });
  assert.deepEqual(parseCheckArguments(['--watch']), { watch: true });
  assert.throws(
    () => parseCheckArguments(['lint']),
    /accepted: --watch, --help/,
  );
});

test('packing has no options', () => {
  assert.deepEqual(parsePackArguments([]), {});
  assert.throws(() => parsePackArguments(['--json']), /accepted: --help/);
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
  assert.ok(benchmarkNames().includes('accuracy'));
  assert.deepEqual(parseBenchArguments([]), {
    names: benchmarkNames(),
    json: false,
    trial: false,
  });
});

test('names and options of benchmarks come in any order', () => {
  assert.deepEqual(parseBenchArguments(['--json', 'read', '--trial']), {
    names: ['read'],
    json: true,
    trial: true,
  });
});

test('an unknown benchmark or option names what is accepted', () => {
  assert.throws(
    () => parseBenchArguments(['reed']),
    /'reed'; accepted: .*read/,
  );
  assert.throws(
    () => parseBenchArguments(['--jsn']),
    /--jsn'; accepted: --json, --trial, --help/,
  );
});

test('trials are run by name, all of them without one', () => {
  assert.ok(trialNames().includes('kill-one'));
  assert.deepEqual(parseTrialArguments([]).names, trialNames());
  assert.deepEqual(
    parseTrialArguments(['soak', '--minutes=5', '--pgbouncer']),
    {
      names: ['soak'],
      list: false,
      pgbouncer: true,
      short: false,
      write: false,
      minutes: '5',
    },
  );
});

test('an unknown trial or a length that is none names what is accepted', () => {
  assert.throws(
    () => parseTrialArguments(['soke']),
    /'soke'; accepted: .*soak/,
  );
  assert.throws(() => parseTrialArguments(['--minutes=x']), /above 0, not 'x'/);
});
