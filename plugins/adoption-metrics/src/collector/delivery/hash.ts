const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

/** 32-bit FNV-1a, starting with the seed. */
function fnv1a(text: string, seed: number): number {
  let hash = Math.imul(OFFSET_BASIS ^ seed, PRIME);
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), PRIME);
  }
  return hash >>> 0;
}

/**
 * A 128-bit hash as 32 hex digits. Deterministic, synchronous, and always
 * available, but not cryptographic.
 */
export function fastHash(text: string): string {
  return [1, 2, 3, 4]
    .map(seed => fnv1a(text, seed).toString(16).padStart(8, '0'))
    .join('');
}

function toHex(bytes: Uint8Array): string {
  return [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * A stable hash of an identity, so that no names are stored in the browser:
 * SHA-256, or a simple hash on pages without TLS, where browsers offer no
 * cryptography.
 */
export async function hashIdentity(
  userEntityRef: string,
  subtle: SubtleCrypto | undefined,
): Promise<string> {
  const ref = userEntityRef.toLocaleLowerCase('en-US');
  if (!subtle) {
    return `fnv:${fastHash(ref)}`;
  }
  const digest = await subtle.digest('SHA-256', new TextEncoder().encode(ref));
  return `sha256:${toHex(new Uint8Array(digest))}`;
}
