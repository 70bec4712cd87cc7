export * from './EventCounter';
export * from './MetricSource';
export * from './Part';
export * from './PersonActivityReader';
export * from './PersonalData';
export * from './PersonTable';
export * from './SignedActs';
export * from './Task';
