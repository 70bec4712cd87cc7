export * from './days';
export * from './details';
export * from './figures';
export * from './FixtureApi';
export * from './scorecards';
export * from './series';
