import { Clock } from 'backstage-plugin-adoption-metrics-node';
import {
  deadlineManagePermission,
  decisionReadPermission,
} from 'backstage-plugin-adoption-metrics-common';
import { RouteHandlers } from '../http';
import { formatDay, parseDay, ReportingZone } from '../time';
import { formatLog } from './answers';
import { deadlineOf } from './deadlineOf';
import { DeadlineEvaluator } from './DeadlineEvaluator';
import { DeadlineReporter } from './DeadlineReporter';
import { DeadlineService } from './DeadlineService';
import { DeadlineStore } from './DeadlineStore';
import { DeadlineWeekStore } from './DeadlineWeekStore';
import { RecipientCheck } from './RecipientCheck';
import { ScorecardReporter } from '../scorecard';

/** Routes about the deadline. */
export function createDeadlineRoutes(handles: {
  clock: Clock;
  zone: ReportingZone;
  deadlines: DeadlineStore;
  weeks: Pick<DeadlineWeekStore, 'corrections'>;
  service: DeadlineService;
  evaluator: DeadlineEvaluator;
  reporter: DeadlineReporter;
  recipients: RecipientCheck;
  scorecard: Pick<ScorecardReporter, 'scorecard'>;
}) {
  const { clock, zone, deadlines, weeks, service, evaluator, reporter } =
    handles;
  const { recipients, scorecard } = handles;

  // A deadline that starts in the past is evaluated immediately.
  const reportChange = async () => {
    await evaluator.evaluate();
    return reporter.report(true);
  };

  return {
    'GET /overview': {
      common: async () => {
        const [metrics, summary] = await Promise.all([
          scorecard.scorecard(),
          reporter.summary(),
        ]);
        return { scorecard: metrics, deadline: summary };
      },
      personal: async (overview, { may }) => {
        const { deadline } = overview;
        return deadline.decision === null || (await may(decisionReadPermission))
          ? overview
          : { ...overview, deadline: { ...deadline, decision: null } };
      },
    },
    'GET /deadline': async ({ may }) =>
      reporter.report(await may(deadlineManagePermission)),
    'GET /deadline/forecast': async ({ query }) => {
      const day = query.asOf ? parseDay(query.asOf)! : zone.dayOf(clock.now());
      const latest = await reporter.weekBy(day);
      return { asOf: formatDay(day), latest: latest ?? null };
    },
    'GET /deadline/log': async () =>
      formatLog(await deadlines.log(), await weeks.corrections()),
    'PUT /deadline': async ({ body, credentials, visibility, signature }) => {
      const deadline = deadlineOf(body, { source: 'api', nameOf: fieldName });
      const stored = (await service.changeable())?.recipients ?? [];
      deadline.recipients = await recipients.accept(body.recipients, {
        credentials,
        visibility,
        stored,
      });
      await service.set(deadline, { at: clock.now(), by: signature });
      return reportChange();
    },
    'DELETE /deadline': async ({ signature }) => {
      await service.end({ at: clock.now(), by: signature });
      return reportChange();
    },
  } satisfies RouteHandlers;
}

function fieldName(key: string): string {
  return `field '${key}'`;
}
