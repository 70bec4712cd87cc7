/** The permission to read metrics, by name: the homepage loads no more of it. */
export const readPermission = 'adoption-metrics.scorecard.read';

/** The permission to see options and what they cost. */
export const decisionPermission = 'adoption-metrics.decision.read';

/**
 * Whether the signed-in person has a permission to read; everybody has in a
 * portal without permissions. Backstage before 1.53 knows no action in here, and
 * takes it for a part of the name.
 */
function mayUse(permission: string) {
  return {
    $any: [
      { permissions: { $contains: `${permission}#read` } },
      { permissions: { $contains: permission } },
    ],
  };
}

/** Whether the signed-in person may read metrics. */
export const mayRead = mayUse(readPermission);

/** Whether the signed-in person may see the decision. */
export const mayDecide = mayUse(decisionPermission);
