import { PortalCondition } from 'backstage-plugin-adoption-metrics-common';
import { PilotReader } from '../../activity';
import { DeadlineStatusReader } from '../../deadline';
import { RouteHandlers } from '../../http';
import { ReportingZone } from '../../time';
import { AnswersReader } from '../answers';
import { FactsReader } from '../facts';
import { PublishedReader } from '../published';
import { OptionsReporter } from './OptionsReporter';
import { optionsToCsv } from './table';

/** Compares the options of the decision. */
export function createOptions(handles: {
  zone: ReportingZone;
  published: PublishedReader;
  answers: AnswersReader;
  facts: FactsReader;
  pilot: PilotReader;
  deadlineStatus: DeadlineStatusReader;
  conditions: () => Promise<PortalCondition[]>;
  /** Changes whenever anything may have changed that options are judged by. */
  state: () => Promise<string>;
}) {
  const { zone, published, answers, facts } = handles;
  const { pilot, deadlineStatus, conditions } = handles;
  const reporter = new OptionsReporter({
    zone,
    published,
    answers,
    facts,
    pilot,
    deadlineStatus,
    conditions,
  });
  const routes = {
    'GET /decision/options': {
      common: ({ query }) => reporter.report(query.sort),
      basis: handles.state,
      csv: optionsToCsv,
    },
  } satisfies RouteHandlers;
  return { options: reporter, part: { routes } };
}
