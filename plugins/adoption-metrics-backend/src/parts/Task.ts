import { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';

/** A scheduled task. It must be safe to run twice, and on any replica. */
export interface Task extends SchedulerServiceTaskScheduleDefinition {
  id: string;
  /** Whether it also runs while history is being imported. */
  duringImport?: boolean;
  run(signal: AbortSignal): Promise<void>;
}
