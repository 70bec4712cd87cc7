import { RouteHandlers } from '../../http';
import { ChecklistReporter } from './ChecklistReporter';

/** Routes of the checklist. */
export function createChecklistRoutes(reporter: ChecklistReporter) {
  return {
    'GET /decision/checklist': () => reporter.checklist(),
  } satisfies RouteHandlers;
}
