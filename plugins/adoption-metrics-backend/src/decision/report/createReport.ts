import {
  decisionManagePermission,
  decisionReadPermission,
  DecisionOptions,
  MoneyReport,
} from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { AnnotationStore, DeadlineReporter } from '../../deadline';
import { RouteHandlers } from '../../http';
import { SampleStore } from '../../samples';
import { ScorecardReporter } from '../../scorecard';
import { ReportingZone } from '../../time';
import { ReportReporter } from './ReportReporter';

/** Puts a month or quarter on two pages for leadership. */
export function createReport(handles: {
  zone: ReportingZone;
  clock: Clock;
  samples: SampleStore;
  scorecard: ScorecardReporter;
  deadline: DeadlineReporter;
  annotations: AnnotationStore;
  money: { report(mayChange: boolean): Promise<MoneyReport> };
  options: { report(order: 'rank'): Promise<DecisionOptions> };
}) {
  const { zone, clock, samples, scorecard } = handles;
  const { deadline, annotations, money, options } = handles;
  const reporter = new ReportReporter({
    clock,
    zone,
    samples,
    scorecard,
    deadline,
    annotations,
    money: mayChange => money.report(mayChange),
    options: () => options.report('rank'),
  });
  const routes = {
    'GET /report': async ({ query, may }) =>
      reporter.report({
        period: query.period,
        maySeeMoney: await may(decisionReadPermission),
        mayChange: await may(decisionManagePermission),
      }),
  } satisfies RouteHandlers;
  return { part: { routes } };
}
