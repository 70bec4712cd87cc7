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

/** Determines under which identity events are captured and sent, as hashes. */
export class IdentityReader {
  #identityApi: IdentityApi;
  #subtle: SubtleCrypto | undefined;
  #hashes = new Map<string, Promise<string>>();

  constructor(identityApi: IdentityApi, subtle: SubtleCrypto | undefined) {
    this.#identityApi = identityApi;
    this.#subtle = subtle;
  }

  /** The user for whom the document was opened. Waits for sign-in. */
  async ofDocument(): Promise<string> {
    const identity = await this.#identityApi.getBackstageIdentity();
    return this.#hash(identity.userEntityRef);
  }

  /**
   * The user whose token the next request will use. It can be a different one,
   * because tabs share the session.
   */
  async ofNextRequest(): Promise<string> {
    const { token } = await this.#identityApi.getCredentials();
    const subject = subjectOf(token);
    return subject === undefined ? this.ofDocument() : this.#hash(subject);
  }

  // Cached, because a page that is being unloaded cannot wait for a digest.
  #hash(ref: string): Promise<string> {
    const known = this.#hashes.get(ref);
    const hash = known ?? hashIdentity(ref, this.#subtle);
    this.#hashes.set(ref, hash);
    return hash;
  }
}
