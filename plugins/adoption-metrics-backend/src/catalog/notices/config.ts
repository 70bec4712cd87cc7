import { Recurrence } from '../../time';

/** When owners are notified what of theirs is stale. */
export interface OwnerNoticeConfig {
  enabled: boolean;
  when: Recurrence;
}
