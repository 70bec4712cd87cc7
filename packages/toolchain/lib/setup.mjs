import { delimiter } from 'node:path';
import { isCalledByYarn } from './caller.mjs';
import { ensurePackages } from './install.mjs';
import { ensureNode } from './node.mjs';
import { inProject } from './paths.mjs';

/**
 * Makes this machine able to run the portal and its tests: Node.js, Yarn and
 * the packages. Returns the Node.js to use and the environment of commands.
 */
export async function setUp() {
  const { node, binaries } = await ensureNode();
  const environment = withPath([binaries, inProject('node_modules/.bin')]);
  if (isCalledByYarn(process.env.npm_config_user_agent)) {
    return { node, environment };
  }
  const yarn = await ensurePackages({ node, environment });
  return { node, environment: withPath([yarn], environment) };
}

function withPath(directories, environment = process.env) {
  return {
    ...environment,
    PATH: [...directories, environment.PATH].join(delimiter),
  };
}
