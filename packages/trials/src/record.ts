/** When and on what a trial was run. */
export interface Occasion {
  /** `YYYY-MM-DD` */
  date: string;
  commit: string;
  /** Such as `2 cores, 23 GiB`. */
  machine: string;
}

/**
 * Puts the result of a trial into a page, in the place of the one before. Other
 * trials keep theirs, each with its own date and commit.
 *
 * @param page - with a mark for each trial that has a place
 */
export function record(page: string, name: string, section: string): string {
  const [begin, end] = [`<!-- trial ${name} -->`, `<!-- end ${name} -->`];
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  const written = `${begin}\n\n${section}\n\n${end}`;
  if (from < 0 || to < 0) {
    return `${page.trimEnd()}\n\n${written}\n`;
  }
  return page.slice(0, from) + written + page.slice(to + end.length);
}

/** The section of one trial. */
export function writeSection(
  { name, does, result }: { name: string; does: string; result: string },
  { date, commit, machine }: Occasion,
): string {
  return [
    `## ${name}`,
    does,
    result,
    `Run on ${date} at commit ${commit}, on ${machine}.`,
  ].join('\n\n');
}
