export * from './AccessControl';
export * from './config';
export * from './entityRef';
export * from './parseBody';
export * from './signatureOf';
