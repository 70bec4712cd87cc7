export * from './createRules';
export { UNVERIFIED } from './unverified';
export * from './StalenessRule';
