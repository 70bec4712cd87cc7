import { readdirSync } from 'node:fs';
import { parse } from 'node:path';
import { inProject } from './paths.mjs';
import { runProcess } from './processes.mjs';

const packageDirectory = inProject('packages/benchmarks');

/** How `backstage-cli` runs TypeScript. */
const nodeTransform = '@backstage/cli/config/nodeTransform.cjs';

/** The figures go to standard output, wherever messages go. */
const benchmarkOutput = ['ignore', 'inherit', 'inherit'];

/** Every file of the folder is one benchmark. */
export function benchmarkNames() {
  return readdirSync(`${packageDirectory}/src/benches`)
    .map(file => parse(file).name)
    .sort();
}

/** Runs benchmarks one after the other; the exit code. */
export async function runBenchmarks({ node, environment, names, json, trial }) {
  const flags = [...(json ? ['--json'] : []), ...(trial ? ['--trial'] : [])];
  const { code } = await runProcess(
    node,
    [
      '--enable-source-maps',
      ...['--require', inProject('node_modules', nodeTransform)],
      ...[`${packageDirectory}/src/main.ts`, ...names, ...flags],
    ],
    { cwd: packageDirectory, env: environment, stdio: benchmarkOutput },
  );
  return code;
}
