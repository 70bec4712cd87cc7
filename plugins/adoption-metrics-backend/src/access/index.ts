export * from './AccessControl';
export * from './config';
export * from './parseBody';
export * from './signatureOf';
