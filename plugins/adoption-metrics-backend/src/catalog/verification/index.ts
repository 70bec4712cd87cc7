export * from './DatabaseVerificationStore';
export * from './VerificationService';
export * from './verificationRoutes';
export * from './VerificationStore';
