export * from './Loadable';
export * from './failures';
