export * from './entityRefs';
export * from './misplacedRoots';
export * from './readKey';
export * from './setting';
export * from './times';
export * from './unknownKeys';
export * from './values';
