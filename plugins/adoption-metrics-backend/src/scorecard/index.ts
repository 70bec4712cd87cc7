export * from './config';
export * from './createDiagnostics';
export * from './createRetention';
export * from './createScorecard';
export * from './ScorecardReporter';
