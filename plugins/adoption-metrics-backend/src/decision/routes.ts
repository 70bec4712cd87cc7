import { RouteHandlers } from '../http';
import { ChecklistReporter } from './ChecklistReporter';

/** Routes of the decision. */
export function createDecisionRoutes(reporter: ChecklistReporter) {
  return {
    'GET /decision/checklist': () => reporter.checklist(),
  } satisfies RouteHandlers;
}
