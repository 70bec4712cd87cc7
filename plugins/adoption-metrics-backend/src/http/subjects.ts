import {
  BackstageCredentials,
  BackstageServicePrincipal,
} from '@backstage/backend-plugin-api';
import { plainText } from '../database';

/** In UTF-16 units. */
const LONGEST_SUBJECT = 255;

/** The subject of a service's credentials; empty for users. */
export function subjectOf({ principal }: BackstageCredentials): string {
  const { subject = '' } = principal as Partial<BackstageServicePrincipal>;
  return plainText(subject, { most: LONGEST_SUBJECT });
}

/**
 * Whether a service's subject is the configured one. Backstage prefixes the
 * subjects of external tokens with `external:`.
 */
export function isSubject(configured: string, subject: string): boolean {
  return [configured, `external:${configured}`].includes(subject);
}
