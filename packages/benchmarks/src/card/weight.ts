import { gzipSync } from 'node:zlib';

/** What came over the network while a page was loading. */
export interface Resource {
  /** The address without its parameters. */
  path: string;
  body: Buffer;
}

/** What a part adds to a page. */
export interface Weight {
  /** Answers of backends. */
  requests: number;
  /** Scripts, styles and the like. */
  files: number;
  /** Both, each compressed by itself, in KB of 1,000 bytes. */
  gzippedKilobytes: number;
}

/** What is loaded with a part, and never without it. */
export function addedBy(withPart: Resource[], without: Resource[]): Resource[] {
  const known = new Set(without.map(({ path }) => path));
  return withPart.filter(({ path }) => !known.has(path));
}

/** How much some resources are, a file that came twice once. */
export function weigh(resources: Resource[]): Weight {
  const answers = resources.filter(isAnswer);
  const files = new Map(
    resources
      .filter(resource => !isAnswer(resource))
      .map(({ path, body }) => [path, body]),
  );
  const bodies = [...answers.map(({ body }) => body), ...files.values()];
  const bytes = bodies.map(body => gzipSync(body).length);
  return {
    requests: answers.length,
    files: files.size,
    gzippedKilobytes: bytes.reduce((sum, each) => sum + each, 0) / 1_000,
  };
}

function isAnswer({ path }: Resource): boolean {
  return path.startsWith('/api/');
}
