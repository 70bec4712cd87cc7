export * from './DatabaseSampleStore';
export * from './Sample';
export * from './SampleStore';
export * from './series';
