export * from './dialect';
export * from './migrate';
export * from './SettingsStore';
export * from './upsert';
export * from './retry';
