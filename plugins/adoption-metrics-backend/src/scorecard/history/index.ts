export * from './HistoryImporter';
export * from './HistoryPlayer';
export * from './SampleHistoryStore';
