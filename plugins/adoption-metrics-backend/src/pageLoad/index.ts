export * from './DatabasePageLoadStore';
export * from './histogram';
export * from './PageLoads';
export * from './PageLoadStore';
export * from './PageLoadWriter';
