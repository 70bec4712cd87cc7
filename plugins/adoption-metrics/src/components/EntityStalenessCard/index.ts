export * from './EntityStalenessCard';
