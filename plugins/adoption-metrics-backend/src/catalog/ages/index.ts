export * from './contentHash';
export * from './DatabaseEntityAgeStore';
export * from './EntityAgeStore';
