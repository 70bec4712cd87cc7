export * from './csv';
export * from './DatabaseSampleStore';
export * from './parameters';
export * from './retention';
export * from './Sample';
export * from './SampleStore';
export * from './series';
