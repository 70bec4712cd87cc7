export * from './DigestPage';
