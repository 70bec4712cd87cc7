import type { Diagnostic } from '../contract/schemas';
import { say } from './say';
import { withEnglish } from './withEnglish';
import type { Wording } from './Wording';

/** What is checked, each named by the sentence that has its id. */
type DiagnosticId =
  | 'configuration'
  | 'owner-notifications'
  | 'last-scan'
  | 'clock'
  | 'sign-in-names'
  | 'last-batch'
  | 'reporting-readers'
  | 'opt-outs'
  | 'dropped-events'
  | 'permissions'
  | 'closed-days'
  | 'portals'
  | 'heartbeats'
  | 'alert-recipients'
  | 'alert-rules'
  | 'developers'
  | 'secret'
  | 'guests';

/**
 * What a check of the data has found.
 *
 * @public
 */
export interface Finding {
  status: Diagnostic['status'];
  /** In its sentences. */
  detail: Wording[];
  /** What to do about it. */
  fix?: Wording;
  /** When it was last seen. */
  at?: string;
}

/**
 * What a check has found, as the API answers it.
 *
 * @public
 */
export function diagnosticOf(id: DiagnosticId, finding: Finding): Diagnostic {
  const { status, detail, fix, at } = finding;
  const label = [say(`health.${id}`)];
  const texts = fix
    ? withEnglish({ label, detail, fix: [fix] })
    : withEnglish({ label, detail });
  return { id, status, ...texts, ...(at !== undefined && { at }) };
}
