/**
 * How the homepage offers the scorecard. Saved layouts refer to it by its
 * name, so that must never change.
 */
export const widget = {
  name: 'AdoptionScorecard',
  title: 'Adoption scorecard',
  description:
    'Active users, page load time, uptime and stale catalog entities, each against its target',
  layout: {
    width: { minColumns: 4, defaultColumns: 12 },
    height: { minRows: 5, defaultRows: 8 },
  },
};
