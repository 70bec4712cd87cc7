import {
  UptimeComponents,
  UptimeIncidents,
  formatCsv,
} from 'backstage-plugin-adoption-metrics-common';

/**
 * One row per component for the whole range, followed by one for each window.
 */
export function componentsToCsv({ components }: UptimeComponents): string {
  return formatCsv(
    [
      'name',
      'source',
      'counts',
      'state',
      'silent',
      'firstSuccessAt',
      'lastCheckAt',
      'lastFailure',
      'certificateExpiresAt',
      'certificateExpiresSoon',
      'window',
      'from',
      'to',
      'strict',
      'lenient',
      'coverage',
      'strictPercent',
      'lenientPercent',
      'upSeconds',
      'downSeconds',
      'unknownSeconds',
      'maintenanceSeconds',
      'beforeInstallationSeconds',
      'beforeInstallationShare',
      'accountableSeconds',
    ],
    components.flatMap(({ range, windows, ...facts }) => [
      { ...facts, window: 'range', ...range },
      ...windows.map(({ id, ...times }) => ({
        ...facts,
        window: id,
        ...times,
      })),
    ]),
  );
}

/** One row per incident, with all components and notes in one cell each. */
export function incidentsToCsv({ incidents }: UptimeIncidents): string {
  return formatCsv(
    [
      'from',
      'to',
      'seconds',
      'ongoing',
      'kind',
      'cause',
      'components',
      'notes',
    ],
    incidents.map(({ components, evidence: _details, notes, ...incident }) => ({
      ...incident,
      components: components.join(' '),
      notes: notes.map(({ note }) => note).join('\n'),
    })),
  );
}
