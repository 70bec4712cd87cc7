const DAY_MS = 86_400_000;

/** What somebody looks at, as requests that are made at the same time. */
export interface Views {
  /** The four metrics; absent where there is no such thing. */
  scorecard?: string[];
  /** Active users day by day. */
  series: string[];
  /** Everything that the pages show. */
  page: string[];
}

/** What each system is asked, below `/api/PLUGIN_ID`, by plugin id. */
export const viewsOf: Record<string, (now: number) => Views> = {
  'adoption-metrics': ourViews,
  'adoption-insights': redHatViews,
  'adoption-analytics': () => ({
    series: ['/stats/active-users?window=daily&days=180'],
    page: ['/stats/dashboard?range=90d', '/stats/entity-counts?days=90'],
  }),
};

function ourViews(now: number): Views {
  const year = `from=${dayAt(now - 365 * DAY_MS)}&to=${dayAt(now)}`;
  const series = [`/v1/metrics/active-users/series?${year}`];
  return {
    scorecard: ['/v1/scorecard'],
    series,
    page: [
      '/v1/scorecard',
      ...series,
      ...['active-users', 'page-load', 'uptime', 'stale-entities'].map(
        metric => `/v1/metrics/${metric}`,
      ),
      ...['teams', 'plugins', 'lifecycle', 'cohorts', 'onboarding'].map(
        report => `/v1/activity/${report}`,
      ),
      ...['kinds', 'routes', 'coverage', 'hours', 'distribution'].map(
        report => `/v1/page-load/${report}`,
      ),
    ],
  };
}

function redHatViews(now: number): Views {
  const range = `start_date=${dayAt(now - 179 * DAY_MS)}&end_date=${dayAt(
    now,
  )}&timezone=UTC`;
  const query = (type: string) => `/events?type=${type}&${range}`;
  return {
    series: [`${query('active_users')}&grouping=daily`],
    page: [
      query('total_users'),
      `${query('active_users')}&grouping=daily`,
      `${query('top_plugins')}&limit=3`,
      `${query('top_templates')}&limit=3`,
      `${query('top_techdocs')}&limit=3`,
      `${query('top_searches')}&limit=3`,
      `${query('top_catalog_entities')}&limit=3`,
    ],
  };
}

function dayAt(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
