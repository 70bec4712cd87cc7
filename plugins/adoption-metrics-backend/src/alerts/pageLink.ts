import { Alert } from 'backstage-plugin-adoption-metrics-common';

const PAGE = '/adoption';
const DIGEST_PAGE = '/adoption/digest';

/** The page of the portal that says more about an alert of this rule. */
export function pageLink(baseUrl: string, rule: Alert['rule']): string {
  const root = baseUrl.replace(/\/$/, '');
  return `${root}${rule === 'digest' ? DIGEST_PAGE : PAGE}`;
}
