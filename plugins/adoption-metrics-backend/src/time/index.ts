export * from './interval';
export * from './instant';
export * from './ReportingZone';
