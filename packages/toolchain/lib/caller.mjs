/**
 * Who called: Yarn says so in the user agent that package managers give to
 * scripts. Anybody else needs Node.js, Yarn and the packages set up first.
 */
export function isCalledByYarn(userAgent = '') {
  return userAgent.startsWith('yarn/');
}

/**
 * The command line that runs npm. `npm_execpath` is the very npm that called,
 * with the configuration the user gave it; Yarn sets it to itself.
 */
export function npmCommand(environment) {
  const path = environment.npm_execpath ?? '';
  return /npm-cli\.[cm]?js$/.test(path) ? [process.execPath, path] : ['npm'];
}
