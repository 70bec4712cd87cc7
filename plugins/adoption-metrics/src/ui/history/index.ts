export * from './annotationText';
export * from './MetricHistory';
export * from './HistoryData';
export * from './HistorySection';
