export * from './days';
export * from './metricText';
export * from './reasons';
export * from './useLanguage';
export * from './useScorecardLanguage';
export { createFormat, type Format } from './createFormat';
export type { Language, ScorecardLanguage } from './Language';
export type { ScorecardTranslate, Translate } from './Translate';
