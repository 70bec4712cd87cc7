export * from './createPlans';
