export * from './days';
export * from './metricText';
export * from './reasons';
export * from './useLanguage';
export { createFormat, type Format } from './createFormat';
export type { Language } from './Language';
export type { Translate } from './Translate';
