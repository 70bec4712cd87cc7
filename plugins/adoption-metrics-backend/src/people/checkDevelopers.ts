import {
  Diagnostic,
  writeCount,
} from 'backstage-plugin-adoption-metrics-common';
import { Day, formatInstant } from '../time';
import { DeveloperStore } from './DeveloperStore';
import { ReadingFailureStore } from './ReadingFailureStore';

const FIX_IMPORT =
  'Import your users into the catalog (https://backstage.io/docs/features/software-catalog/life-of-an-entity), or set adoptionMetrics.developers.headCount to the number of your developers. Included users are listed under Adoption → Settings.';

/** Whether the developers are known. */
export async function checkDevelopers(known: {
  developers: Pick<DeveloperStore, 'countToShow'>;
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
  const count = await developers.countToShow(today);
  if (!count) {
    return {
      ...base,
      status: 'problem',
      detail:
        'No developers are known yet: the catalog has no User entities, or has not been synced twice, which takes about two minutes after the first start.',
      fix: FIX_IMPORT,
    };
  }
  if (count.developers === 0) {
    const users = writeCount(count.excluded, 'user', 'users');
    return {
      ...base,
      status: 'problem',
      detail: `No user in the catalog counts as a developer. ${users} excluded: guests, such as the example guest of a new portal, and users excluded by adoptionMetrics.developers.`,
      fix: FIX_IMPORT,
    };
  }
  const { developers: n, excluded } = count;
  return {
    ...base,
    status: count.held ? 'warning' : 'ok',
    detail: `${writeCount(
      n,
      'developer',
      'developers',
    )} in the catalog, ${writeCount(excluded, 'user', 'users')} excluded.`,
    ...(count.held
      ? {
          fix: 'The number fell by over 20%: check the user import. If the drop is real, no action is needed.',
        }
      : {}),
  };
}
