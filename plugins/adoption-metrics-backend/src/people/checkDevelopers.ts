import {
  Diagnostic,
  diagnosticOf,
  Finding,
  say,
} from 'backstage-plugin-adoption-metrics-common';
import { Day, formatInstant } from '../time';
import { DeveloperStore } from './DeveloperStore';
import { ReadingFailureStore } from './ReadingFailureStore';

interface Known {
  developers: Pick<DeveloperStore, 'countToShow'>;
  failures: Pick<ReadingFailureStore, 'latest'>;
  headCount: number | undefined;
  today: Day;
}

/** Whether it is known who the developers are. */
export async function checkDevelopers(known: Known): Promise<Diagnostic> {
  return diagnosticOf('developers', await find(known));
}

async function find(known: Known): Promise<Finding> {
  const { developers, failures, headCount, today } = known;
  const failure = await failures.latest();
  if (failure) {
    return {
      status: 'problem',
      detail: [say('health.developers.failed', { reason: failure.reason })],
      fix: say('health.developers.failed.fix'),
      at: formatInstant(failure.since),
    };
  }
  if (headCount !== undefined) {
    const values = { developers: headCount };
    return {
      status: 'ok',
      detail: [say('health.developers.head-count', values)],
    };
  }
  return judge(await developers.countToShow(today));
}

type Count = Awaited<ReturnType<DeveloperStore['countToShow']>>;

function judge(count: Count): Finding {
  if (!count || count.developers === 0) {
    return {
      status: 'problem',
      detail: count
        ? [
            say('health.developers.none'),
            say('health.developers.all-excluded', { count: count.excluded }),
          ]
        : [say('health.developers.unknown')],
      fix: say('health.developers.import.fix'),
    };
  }
  const detail = [
    say('health.developers.ok', {
      developers: say('health.developers.count', { count: count.developers }),
      count: count.excluded,
    }),
  ];
  return count.held
    ? { status: 'warning', detail, fix: say('health.developers.held.fix') }
    : { status: 'ok', detail };
}
