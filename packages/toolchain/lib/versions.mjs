/** The only place that pins what the two commands download. */
export const nodeVersion = '24.21.0';
export const yarnVersion = '4.18.1';

/** Major versions of Node.js that Backstage supports. */
export const supportedNodeMajors = [22, 24];
