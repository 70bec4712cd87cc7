// What reads requests lives in `http`; this passes on for folders that are
// still to be converted.
export { AccessControl } from '../http/AccessControl';
export * from './parseBody';
export * from '../http/signatureOf';
export * from './config';
