import { AuditorService } from '@backstage/backend-plugin-api';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { AccessControl } from '../http';
import { SampleHistoryStore, SampleStore } from '../samples';
import { ScorecardReporter } from '../scorecard';
import { Day, ReportingZone } from '../time';
import { DeadlineFolder } from './createDeadline';
import { DeadlineReporter } from './DeadlineReporter';
import { createDeadlineRouter } from './deadlineRoutes';

interface ReportHandles {
  zone: ReportingZone;
  clock: Clock;
  access: AccessControl;
  auditor: AuditorService;
  samples: SampleStore;
  history: SampleHistoryStore;
  deadline: DeadlineFolder;
  /** When the portal was opened to its developers, if it is configured. */
  launchedOn: Day | undefined;
  scorecard: ScorecardReporter;
  /** Through which a change of the status is notified. */
  routing: { channelsAt(rule: 'deadline', now: number): Promise<string[]> };
}

/** Answers for the deadline and lets it be changed. */
export function createDeadlineReport(handles: ReportHandles) {
  const { zone, clock, access, auditor, samples, deadline } = handles;
  const { scorecard, routing } = handles;
  const { deadlines, weeks, service, evaluator, status } = deadline;
  const reporter = new DeadlineReporter({
    clock,
    zone,
    deadlines,
    weeks,
    samples,
    status,
    channels: () => routing.channelsAt('deadline', clock.now()),
    launchDay: () => launchDayOf(handles),
    scorecard: () => scorecard.scorecard(),
  });
  return {
    part: {
      routers: [
        createDeadlineRouter({
          access,
          auditor,
          clock,
          zone,
          service,
          deadlines,
          reporter,
          onChange: async () => {
            await evaluator.evaluate(new AbortController().signal);
          },
        }),
      ],
    },
  };
}

// The day of the installation would not do: most portals are older.
async function launchDayOf({
  launchedOn,
  history,
  zone,
}: ReportHandles): Promise<Day | undefined> {
  if (launchedOn !== undefined) {
    return launchedOn;
  }
  const imported = await history.read();
  return imported && zone.dayOf(imported.from);
}
