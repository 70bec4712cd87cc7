import { StoredAlert, Transition } from './Alert';

export const STATES = 'alert_states';
export const ALERTS = 'alerts';
export const DELIVERIES = 'alert_deliveries';
export const ACKNOWLEDGEMENTS = 'alert_acknowledgements';

export interface AlertRow {
  id: number;
  rule: Transition['rule'];
  subject: string;
  sequence: number;
  state: string;
  severity: Transition['severity'];
  title: string;
  text: string;
  /** JSON. */
  wording: string | null;
  is_baseline: boolean | number;
  at: number | string;
}

export function alertOf(row: AlertRow): StoredAlert {
  return {
    id: row.id,
    rule: row.rule,
    subject: row.subject,
    state: row.state,
    severity: row.severity,
    title: row.title,
    text: row.text,
    ...(row.wording !== null && { wording: JSON.parse(row.wording) }),
    at: Number(row.at),
  };
}
