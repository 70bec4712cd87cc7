export * from './MyDataPage';
