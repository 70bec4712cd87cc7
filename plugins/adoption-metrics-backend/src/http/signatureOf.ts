import { BackstageCredentials } from '@backstage/backend-plugin-api';

/**
 * Who signs an act: entity ref of a user in lower case, or the name of a
 * service.
 */
export function signatureOf(credentials: BackstageCredentials): string {
  const { userEntityRef, subject } = credentials.principal as {
    userEntityRef?: string;
    subject?: string;
  };
  return (userEntityRef ?? `service:${subject}`).toLocaleLowerCase('en-US');
}
