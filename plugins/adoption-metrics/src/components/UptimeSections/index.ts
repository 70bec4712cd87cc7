export * from './UptimeSections';
