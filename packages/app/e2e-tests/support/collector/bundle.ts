import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repository } from '../paths';

/** The part of the bundler's interface that is used. */
type Bundler = (
  options: object,
  done: (
    failure: Error | null,
    stats?: { hasErrors(): boolean; toString(): string },
  ) => void,
) => void;

// The bundler with which `backstage-cli package build` builds the app.
function loadBundler(): Bundler {
  const cli = createRequire(require.resolve('@backstage/cli/package.json'));
  const builder = '@backstage/cli-module-build/package.json';
  return createRequire(cli.resolve(builder))('@rspack/core').rspack;
}

function optionsFor(entry: string, output: string, externals: RegExp[]) {
  const jsc = {
    target: 'es2022',
    parser: { syntax: 'typescript', tsx: true },
    transform: { react: { runtime: 'automatic' } },
  };
  return {
    mode: 'production',
    devtool: false,
    context: repository,
    entry: { main: entry },
    output: { path: output, filename: '[name].js', publicPath: '/' },
    resolve: { extensions: ['.tsx', '.ts', '.mjs', '.js', '.json'] },
    externals,
    externalsType: 'commonjs',
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          loader: 'builtin:swc-loader',
          options: { jsc },
        },
      ],
    },
    // What the bundler adds to any bundle is in a file of its own.
    optimization: { runtimeChunk: { name: 'runtime' } },
  };
}

/**
 * Bundles a module of the collector as the app does.
 *
 * @param entry - path from the folder of the collector
 * @param externals - modules to leave out
 * @returns the files by name: `runtime.js`, `main.js` and parts loaded later
 */
export async function bundleCollector(
  entry: string,
  externals: RegExp[] = [],
): Promise<Map<string, Buffer>> {
  const bundler = loadBundler();
  const output = mkdtempSync(join(tmpdir(), 'adoption-metrics-bundle-'));
  const path = join(
    repository,
    'plugins/adoption-metrics/src/collector',
    entry,
  );
  try {
    await new Promise<void>((resolve, reject) => {
      bundler(optionsFor(path, output, externals), (failure, stats) =>
        failure || stats?.hasErrors()
          ? reject(failure ?? new Error(stats?.toString()))
          : resolve(),
      );
    });
    return new Map(
      readdirSync(output).map(name => [name, readFileSync(join(output, name))]),
    );
  } finally {
    rmSync(output, { recursive: true });
  }
}
