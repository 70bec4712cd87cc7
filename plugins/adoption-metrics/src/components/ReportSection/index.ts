export * from './ReportSection';
export * from './LoadedSection';
