import { Diagnostic } from 'backstage-plugin-adoption-metrics-common';
import { Day, formatInstant } from '../time';
import { DeveloperStore } from './DeveloperStore';
import { ReadingFailureStore } from './ReadingFailureStore';

/** Whether it is known who the developers are. */
export async function checkDevelopers(known: {
  developers: Pick<DeveloperStore, 'countToTell'>;
  failures: Pick<ReadingFailureStore, 'latest'>;
  headCount: number | undefined;
  today: Day;
}): Promise<Diagnostic> {
  const { developers, failures, headCount, today } = known;
  const base = { id: 'developers', label: 'Developers' };
  const failure = await failures.latest();
  if (failure) {
    return {
      ...base,
      status: 'problem',
      detail: `Users and groups could not be read or stored: ${failure.reason}`,
      fix: 'Check that the catalog plugin responds; they are read again every five minutes.',
      at: formatInstant(failure.since),
    };
  }
  if (headCount !== undefined) {
    const detail = `The configured head count is ${headCount}.`;
    return { ...base, status: 'ok', detail };
  }
  const count = await developers.countToTell(today);
  if (!count) {
    return {
      ...base,
      status: 'problem',
      detail: 'The catalog has no User entities that count as developers.',
      fix: 'Import the organization into the catalog, or set adoptionMetrics.developers.headCount.',
    };
  }
  return {
    ...base,
    status: count.held ? 'warning' : 'ok',
    detail: `${count.developers} developers in the catalog, ${count.excluded} users excluded.`,
    ...(count.held
      ? { fix: 'The number fell by over 20%: check the import of users.' }
      : {}),
  };
}
