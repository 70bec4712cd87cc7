/** The permission to read metrics, by name: the homepage loads no more of it. */
export const readPermission = 'adoption-metrics.scorecard.read';

/**
 * Whether the signed-in person may read metrics; everybody may in a portal
 * without permissions. Backstage before 1.53 knows no action in here, and takes
 * it for a part of the name.
 */
export const mayRead = {
  $any: [
    { permissions: { $contains: `${readPermission}#read` } },
    { permissions: { $contains: readPermission } },
  ],
};
