import { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';

/** Work that is done from time to time, safe to run twice and on any replica. */
export interface Task extends SchedulerServiceTaskScheduleDefinition {
  id: string;
  /** Whether it runs while a history is still being imported. */
  duringImport?: boolean;
  run(signal: AbortSignal): Promise<void>;
}
