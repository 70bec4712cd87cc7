import { Transition } from '../Alert';

/** What is recorded when a deadline gets at risk. */
export const atRisk: Transition = {
  rule: 'deadline',
  subject: '1',
  state: 'at-risk',
  severity: 'high',
  title: 'The adoption deadline is at risk',
  text: 'At risk.',
};
