import {
  BackstageCredentials,
  BackstageServicePrincipal,
} from '@backstage/backend-plugin-api';
import { plainText } from '../database';

/** In UTF-16 units. */
const LONGEST_SUBJECT = 255;

/** The subject of a service; empty for anybody else. */
export function subjectOf({ principal }: BackstageCredentials): string {
  const { subject = '' } = principal as Partial<BackstageServicePrincipal>;
  return plainText(subject, { most: LONGEST_SUBJECT });
}

/**
 * Whether a service has the subject that is configured. Backstage puts
 * `external:` before the subject of a token.
 */
export function isSubject(configured: string, subject: string): boolean {
  return [configured, `external:${configured}`].includes(subject);
}
