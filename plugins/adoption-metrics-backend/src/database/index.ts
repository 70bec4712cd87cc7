export * from './SettingsStore';
export * from './availability';
export * from './concealStatements';
export * from './dialect';
export * from './migrate';
export * from './retry';
export * from './rows';
export * from './upsert';
