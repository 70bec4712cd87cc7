import { delimiter } from 'node:path';
import { isCalledByYarn } from './caller.mjs';
import { ensurePackages } from './install.mjs';
import { ensureNode } from './node.mjs';
import { inProject, inToolchain } from './paths.mjs';

/**
 * Makes this machine able to run the portal and its tests: Node.js, Yarn and
 * the packages. Returns the Node.js to use and the environment of commands.
 */
export async function setUp() {
  const { node, binaries } = await ensureNode();
  const environment = withTools([binaries, inProject('node_modules/.bin')]);
  if (isCalledByYarn(process.env.npm_config_user_agent)) {
    return { node, environment };
  }
  const yarn = await ensurePackages({ node, environment });
  return { node, environment: withTools([yarn], environment) };
}

function withTools(directories, environment = process.env) {
  return {
    ...environment,
    // A backend is started many times, and compiles thousands of files each time.
    NODE_COMPILE_CACHE: inToolchain('compile-cache'),
    PATH: [...directories, environment.PATH].join(delimiter),
  };
}
