export * from './SettingsStore';
export * from './dialect';
export * from './migrate';
export * from './retry';
export * from './rows';
export * from './upsert';
