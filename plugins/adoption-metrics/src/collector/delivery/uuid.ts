import { fastHash } from './hash';

function formatUuid(hex: string): string {
  const variant = ((parseInt(hex[16], 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/**
 * A random UUID. Works on pages without TLS, where `randomUUID` is not
 * available.
 */
export function randomUuid(source: Crypto): string {
  if (source.randomUUID) {
    return source.randomUUID();
  }
  const bytes = source.getRandomValues(new Uint8Array(16));
  return formatUuid(
    [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join(''),
  );
}

/**
 * The id of a part of a batch. Deterministic, so that parts still count once if
 * two tabs split the same batch.
 */
export function partUuid(batchId: string, part: number): string {
  return formatUuid(fastHash(`${batchId}/${part}`));
}
