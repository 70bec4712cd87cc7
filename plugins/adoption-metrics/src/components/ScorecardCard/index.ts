export * from './ScorecardCard';
export * from './ScorecardFrame';
