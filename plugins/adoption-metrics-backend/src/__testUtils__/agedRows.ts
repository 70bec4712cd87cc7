/** A row of each table that retention deletes from, as old as a day. */
export const agedRows: Record<
  string,
  { keepDays: number; row(day: number): object }
> = {
  ingest_batches: {
    keepDays: 8,
    row: day => ({
      person_id: 1,
      batch_id: String(day),
      received_at: day * 86_400_000,
      accepted: 1,
      rejected: 0,
      page_loads: 0,
    }),
  },
  person_days: { keepDays: 396, row: day => ({ day, person_id: 1 }) },
  person_plugin_days: {
    keepDays: 35,
    row: day => ({ day, plugin_id: 'catalog', person_id: 1 }),
  },
  frozen_members: {
    keepDays: 35,
    row: day => ({ first_day: day, person_id: 1, atom: 0 }),
  },
  frozen_groups: {
    keepDays: 761,
    row: day => ({
      first_day: day,
      position: 0,
      kind: 'others',
      teams: '[]',
      atoms: '[]',
    }),
  },
  frozen_periods: {
    keepDays: 761,
    row: day => ({
      first_day: day,
      people: 1,
      minimum_group_size: 5,
      atom_sizes: '[1]',
    }),
  },
  action_counts: {
    keepDays: 761,
    row: day => ({ day, plugin_id: 'catalog', action: 'click', n: 1 }),
  },
  activity_days: {
    keepDays: 404,
    row: day => ({
      day,
      reporters: 1,
      readers: 1,
      reporting_readers: 1,
      failed_reporters: 0,
      is_running: true,
    }),
  },
  day_readers: { keepDays: 4, row: day => ({ day, person_id: 1 }) },
  day_failures: { keepDays: 4, row: day => ({ day, person_id: 1 }) },
  page_load_hour_counts: {
    keepDays: 8,
    row: day => ({
      ...hour(day),
      target_ms: 1,
      loads: 1,
      within_target: 1,
      sum_ms: 1,
    }),
  },
  page_load_hour_buckets: {
    keepDays: 8,
    row: day => ({ ...hour(day), bucket: 1, n_lower: 1, n_upper: 0 }),
  },
  page_load_counts: {
    keepDays: 761,
    row: day => ({
      ...loadOn(day),
      target_ms: 1,
      loads: 1,
      within_target: 1,
      sum_ms: 1,
    }),
  },
  page_load_buckets: {
    keepDays: 761,
    row: day => ({ ...loadOn(day), bucket: 1, n_lower: 1, n_upper: 0 }),
  },
  page_load_discards: {
    keepDays: 761,
    row: day => ({ day, kind: 'initial', reason: 'hidden', n: 1 }),
  },
  page_navigations: {
    keepDays: 761,
    row: day => ({ day, kind: 'initial', route_id: 'all', n: 1 }),
  },
  dropped_events: {
    keepDays: 761,
    row: day => ({ day, reason: 'too-old', n: 1 }),
  },
  daily_members: {
    keepDays: 8,
    row: day => ({
      day,
      dimension: 'route',
      value: 'home',
      slot: 1,
      taken_by: 1,
    }),
  },
  known_names: {
    keepDays: 28,
    row: day => ({
      dimension: 'route',
      name: String(day),
      witness: 1,
      spelling: String(day),
      first_at: day * 86_400_000,
      last_day: day,
    }),
  },
  alerts: {
    keepDays: 761,
    row: day => ({
      rule: 'milestone',
      subject: 'active-users',
      sequence: day,
      state: 'reached',
      severity: 'info',
      title: 'Reached',
      text: 'Reached',
      is_baseline: false,
      at: day * 86_400_000,
    }),
  },
  alert_deliveries: {
    keepDays: 761,
    row: day => ({
      id: `${day}-webhook`,
      alert_id: day,
      channel: 'webhook',
      status: 'sent',
      attempts: 1,
      due_at: day * 86_400_000,
      created_at: day * 86_400_000,
    }),
  },
  catalog_scans: {
    keepDays: 761,
    row: day => ({
      source: 'portal',
      started_at: day * 86_400_000,
      finished_at: day * 86_400_000,
      status: 'completed',
    }),
  },
  portal_batches: {
    keepDays: 35,
    row: day => ({
      portal_id: 'poc',
      batch_id: String(day),
      received_at: day * 86_400_000,
      people: 1,
      outcome: '{}',
    }),
  },
  portal_person_days: {
    keepDays: 396,
    row: day => ({ day, portal_id: 'poc', person_id: 1 }),
  },
  portal_days: {
    keepDays: 761,
    row: day => ({
      day,
      portal_id: 'poc',
      reported_at: day * 86_400_000,
    }),
  },
  portal_rollups: {
    keepDays: 761,
    row: day => ({ day, portal_id: 'poc', revision: 1, measured: 1 }),
  },
  portal_samples: {
    keepDays: 761,
    row: day => ({
      day,
      portal_id: 'poc',
      dimension: 'headline',
      member: '',
      coverage: 1,
      computed_at: day * 86_400_000,
    }),
  },
  developer_spans: {
    keepDays: 761,
    row: day => ({ person_id: 1, from_day: day - 9, to_day: day }),
  },
  team_spans: {
    keepDays: 761,
    row: day => ({ person_id: 1, team_id: 1, from_day: day - 9, to_day: day }),
  },
  proof_members: {
    keepDays: 396,
    row: day => ({
      proof_id: day,
      position: 1,
      person_id: 1,
      end_day: day,
    }),
  },
  proof_candidates: {
    keepDays: 396,
    row: day => ({
      proof_id: day,
      position: 1,
      end_day: day,
      title: 'This portal',
      team_ref: 'group:default/engines',
      team_name: 'Engines',
    }),
  },
  proofs: {
    keepDays: 396,
    row: day => ({
      id: day,
      mode: 'parallel',
      start_day: day - 28,
      end_day: day,
      weeks: 2,
      evaluation_weeks: 2,
      goal: 0.3,
      planned_at: day * 86_400_000,
    }),
  },
};

function hour(day: number) {
  return { hour_at: day * 86_400_000, kind: 'initial', route_id: 'home' };
}

export function loadOn(day: number) {
  return { day, kind: 'initial', method: 'lcp', route_id: 'all' };
}
