export * from './annotationRoutes';
export * from './AnnotationStore';
