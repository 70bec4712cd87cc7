export * from './AnnotationStore';
export * from './routes';
