export * from './DatabasePageLoadStore';
export * from './histogram';
export * from './PageLoadStore';
export * from './PageLoadWriter';
