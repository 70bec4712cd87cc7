export * from './EventCounter';
export * from './MetricSource';
export * from './Part';
export * from './PersonalData';
export * from './Task';
