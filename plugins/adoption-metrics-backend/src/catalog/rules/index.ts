export * from './createRules';
export * from './StalenessRule';
