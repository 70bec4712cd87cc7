import { Alert } from 'backstage-plugin-adoption-metrics-common';

const PAGE = '/adoption';
const DIGEST_PAGE = '/adoption/alerts';

/** Where the report for leadership is. */
export const REPORT_PAGE = '/adoption/report';

/**
 * The page that says more about an alert of this rule, as a path within the
 * portal. Backstage's notifications put the portal's own path before it, just as
 * the links of any page do.
 */
export function pagePath(rule: Alert['rule']): string {
  return rule === 'digest' ? DIGEST_PAGE : PAGE;
}

/** The same page as an absolute address, for those who are not in the portal. */
export function pageLink(baseUrl: string, rule: Alert['rule']): string {
  return `${baseUrl.replace(/\/$/, '')}${pagePath(rule)}`;
}
