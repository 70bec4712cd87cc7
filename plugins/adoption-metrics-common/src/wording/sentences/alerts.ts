/** What changed and is alerted about, and what to do where no alert arrives. */
export const alertSentences = {
  'alerts.deadline.at-risk': 'The adoption deadline is at risk',
  'alerts.deadline.missed': 'The adoption goal was not reached by the deadline',
  'alerts.deadline.achieved': 'The adoption goal has been reached',
  'alerts.deadline.recovered': 'The adoption deadline is no longer at risk',
  'alerts.deadline.left_one': '{{title}}: {{count, number}} day left',
  'alerts.deadline.left_other': '{{title}}: {{count, number}} days left',
  'alerts.deadline.report': 'Report for leadership: {{page}}',
  'alerts.milestone_one':
    '{{count, number}} day left until the adoption deadline',
  'alerts.milestone_other':
    '{{count, number}} days left until the adoption deadline',
  'alerts.as-of': 'Data as of {{day}}.',
  'alerts.metric.met': '{{metric}}: back on target',
  'alerts.metric.missed': '{{metric}}: target missed',
  'alerts.metric-name.active-users': 'Active users',
  'alerts.metric-name.page-load': 'Page load',
  'alerts.metric-name.uptime': 'Uptime',
  'alerts.metric-name.stale-entities': 'Stale catalog entities',
  'alerts.browsers.stopped': 'Browsers have stopped reporting portal usage',
  'alerts.browsers.running': 'Browsers are reporting portal usage again',
  'alerts.browsers.unknown':
    'Active users and page load time are unknown until reports resume.',
  'alerts.browsers.causes':
    'See Adoption → Settings → Data health for possible causes.',
  'alerts.browsers.quiet': 'No visits since {{day}}',
  'alerts.browsers.quiet-because':
    'If no visits were expected, no action is needed. Otherwise, see Adoption → Settings → Data health for possible causes.',
  'alerts.catalog.stopped': 'Software catalog scans are failing',
  'alerts.catalog.running': 'Software catalog scans work again',
  'alerts.catalog.failing':
    'No scan has succeeded for a day. The share of stale entities is from the last successful scan. See Adoption → Settings → Data health for the error.',
  'alerts.browsers.resumed':
    'Active users and page load time are measured again.',
  'alerts.catalog.resumed': 'The share of stale entities is up to date again.',
  'alerts.error-budget.calm': 'Recent downtime is below the alert threshold.',
  'alerts.error-budget.fast': 'The uptime error budget is being used up fast',
  'alerts.error-budget.slow':
    'The uptime error budget is being used up slowly but steadily',
  'alerts.error-budget.fast-over':
    'The uptime error budget is no longer being used up fast',
  'alerts.error-budget.slow-over':
    'The uptime error budget is no longer being used up slowly but steadily',
  'alerts.error-budget.burning_one':
    'Over the last hour, downtime was {{times}} times what the target allows.',
  'alerts.error-budget.burning_other':
    'Over the last {{count, number}} hours, downtime was {{times}} times what the target allows.',
  'alerts.error-budget.left':
    'At this rate, the {{days}}-day budget will be used up in {{left}}.',
  'alerts.fix.no-recipients':
    'Add a recipient to the deadline, or set adoptionMetrics.alerts.recipients.',
  'alerts.fix.recipient-missing':
    'Remove the recipient, or import it into the catalog as a user or group.',
  'alerts.fix.recipient-empty':
    'Add members to the group, or choose another recipient.',
  'alerts.fix.address':
    'Check the address in adoptionMetrics.alerts.webhook.url, and that the backend can reach it.',
  'alerts.fix.redirect':
    'Set adoptionMetrics.alerts.webhook.url to the address that the receiver redirects to; redirects are not followed.',
  'alerts.fix.notifications':
    'Check that the notifications plugin is installed in the backend: @backstage/plugin-notifications-backend.',
  'alerts.fix.webhook':
    'Check adoptionMetrics.alerts.webhook, and what its receiver logs about the request.',
  'alerts.fix.events': 'Check that the events service of the backend works.',
  'alerts.fix.channel': "Check the alert channel '{{channel}}'.",
} as const;
