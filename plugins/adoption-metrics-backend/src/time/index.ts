export * from './durationInWords';
export * from './interval';
export * from './instant';
export * from './ReportingZone';
export * from './period';
export * from './week';
export * from './recurrence';
export * from './units';
