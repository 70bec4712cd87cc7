export * from './FigureHistory';
export * from './HistoryData';
export * from './HistorySection';
