import { Alert } from 'backstage-plugin-adoption-metrics-common';

const PAGE = '/adoption';
const DIGEST_PAGE = '/adoption/alerts';

/** The report for leadership. */
export const REPORT_PAGE = '/adoption/report';

/**
 * The page with details about a rule's alerts, as a path within the portal.
 * Backstage adds the base path of the app.
 */
export function pagePath(rule: Alert['rule']): string {
  return rule === 'digest' ? DIGEST_PAGE : PAGE;
}

/** The same page as an absolute URL, for use outside the portal. */
export function pageLink(baseUrl: string, rule: Alert['rule']): string {
  return `${baseUrl.replace(/\/$/, '')}${pagePath(rule)}`;
}
