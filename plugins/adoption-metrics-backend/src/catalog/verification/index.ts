export * from './DatabaseVerificationStore';
export * from './VerificationBook';
export * from './verificationRoutes';
export * from './VerificationStore';
