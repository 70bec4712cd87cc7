import type { IdentityApi } from '@backstage/frontend-plugin-api';
import { hashIdentity } from './hash';

function subjectOf(token: string | undefined): string | undefined {
  const payload = token?.split('.')[1];
  if (!payload) {
    return undefined;
  }
  try {
    const json = atob(payload.replace(/-/g, '+').replace(/_/g, '/'));
    const { sub } = JSON.parse(json);
    return typeof sub === 'string' ? sub : undefined;
  } catch {
    return undefined;
  }
}

/** Knows, as hashes, under whom events are captured and under whom sent. */
export class IdentityReader {
  #identityApi: IdentityApi;
  #subtle: SubtleCrypto | undefined;
  #hashes = new Map<string, Promise<string>>();

  constructor(identityApi: IdentityApi, subtle: SubtleCrypto | undefined) {
    this.#identityApi = identityApi;
    this.#subtle = subtle;
  }

  /** Of the person the document was opened for. Waits for the sign-in. */
  async ofDocument(): Promise<string> {
    const identity = await this.#identityApi.getBackstageIdentity();
    return this.#hash(identity.userEntityRef);
  }

  /**
   * Of the person whose token a request gets now. That may be somebody else:
   * tabs share the session, and signing in anew in one tab changes the token
   * of all of them.
   */
  async ofNextRequest(): Promise<string> {
    const { token } = await this.#identityApi.getCredentials();
    const subject = subjectOf(token);
    return subject === undefined ? this.ofDocument() : this.#hash(subject);
  }

  // Remembered because a page that goes away cannot wait for a digest.
  #hash(ref: string): Promise<string> {
    const known = this.#hashes.get(ref);
    const hash = known ?? hashIdentity(ref, this.#subtle);
    this.#hashes.set(ref, hash);
    return hash;
  }
}
