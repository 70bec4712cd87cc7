export * from './config';
export * from './DigestBook';
export * from './DigestReporter';
export * from './DigestSender';
export * from './digestRoutes';
