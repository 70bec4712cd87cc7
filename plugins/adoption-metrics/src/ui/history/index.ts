export * from './MetricHistory';
export * from './HistoryData';
export * from './HistorySection';
