export * from './CsvDownload';
