export * from './SampleHistoryNotice';
