import { readFileSync } from 'node:fs';
import { inProject } from 'toolchain/lib/paths.mjs';
import { UserError } from 'toolchain/lib/say.mjs';

/** A block of code that a page asks its reader to put somewhere. */
export interface Step {
  /** Of the code, such as `yaml`. */
  language: string;
  code: string;
}

const MARKED_BLOCK =
  /^<!-- step: ([a-z-]+) -->\n+```([a-z]+)\n([\s\S]*?)^```$/gm;

/**
 * The marked blocks of a Markdown page by their names. What a newcomer copies is
 * taken from the page itself, so that a page that does not work fails.
 */
export function readSteps(page: string): Map<string, Step> {
  const steps = new Map<string, Step>();
  for (const [, name, language, code] of page.matchAll(MARKED_BLOCK)) {
    if (steps.has(name)) {
      throw new UserError(`The step '${name}' is there twice`);
    }
    steps.set(name, { language, code });
  }
  const marks = page.match(/<!-- step:/g)?.length ?? 0;
  if (marks !== steps.size) {
    throw new UserError('A step is marked that no block of code follows');
  }
  return steps;
}

/** The steps of several pages of the repository, such as `README.md`. */
export class Pages {
  readonly #steps = new Map<string, Step>();

  constructor(private readonly files: string[]) {
    for (const file of files) {
      const page = readFileSync(inProject(file), 'utf8');
      for (const [name, step] of readSteps(page)) {
        this.#steps.set(name, step);
      }
    }
  }

  /** The code of a step, which has to be in one of the pages. */
  code(name: string): string {
    const step = this.#steps.get(name);
    if (!step) {
      throw new UserError(
        `No block of code is marked as the step '${name}' in ${this.files.join(
          ', ',
        )}`,
      );
    }
    return step.code;
  }
}
