export * from './VerificationService';
export * from './VerificationStore';
