export * from './createChecklist';
