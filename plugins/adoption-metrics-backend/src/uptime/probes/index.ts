export * from './config';
export * from './HttpProbe';
export * from './ProbeRunner';
