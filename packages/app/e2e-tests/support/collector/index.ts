export { benchmarkIndexOf } from './benchmarkIndex';
export { bundleCollector } from './bundle';
export { costOf } from './cost';
export { test, type Visitor } from './test';
