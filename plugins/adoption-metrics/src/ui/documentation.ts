const repository =
  'https://github.com/backstage-adoption-metrics/backstage-adoption-metrics';

/** How the plugin gets into a portal. */
export const installationGuide = `${repository}#install-it-in-your-portal`;

/** How a portal gets users who are somebody in particular. */
export const authenticationGuide = 'https://backstage.io/docs/auth/';
