import { IncomingMessage } from 'node:http';
import { pipeline, Readable, Transform } from 'node:stream';
import { constants, createBrotliDecompress, createUnzip } from 'node:zlib';

/** How much of a body is read, and decompressed, in bytes. */
const MOST_OF_BODY = 1_000_000;

/** The beginning of some data, and whether there is more. */
interface Beginning {
  bytes: Buffer;
  isTruncated: boolean;
}

/**
 * Reads a body to its end, or up to the limit, because it may never end.
 *
 * @throws Error with a `code` if the body is incomplete
 */
export function receiveBody(response: IncomingMessage): Promise<Beginning> {
  return readBeginning(response);
}

/**
 * Decodes a body as text. Decompresses it if needed: some servers compress
 * without being asked.
 *
 * @throws Error with a `code` if it does not match the headers
 */
export async function decodeBody(
  { bytes, isTruncated }: Beginning,
  encoding: string | undefined,
): Promise<string> {
  const decoder =
    bytes.length > 0 ? createDecoder(encoding, isTruncated) : undefined;
  // pipeline() needs a callback; errors are thrown while reading.
  const plain = decoder
    ? await readBeginning(pipeline(Readable.from([bytes]), decoder, () => {}))
    : { bytes };
  return plain.bytes.toString('utf8');
}

async function readBeginning(stream: Readable): Promise<Beginning> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MOST_OF_BODY) {
      break;
    }
  }
  const bytes = Buffer.concat(chunks).subarray(0, MOST_OF_BODY);
  return { bytes, isTruncated: size > MOST_OF_BODY };
}

/**
 * @param isTruncated - whether the end of the input is missing, which is not an error
 * then
 */
function createDecoder(
  encoding: string | undefined,
  isTruncated: boolean,
): Transform | undefined {
  switch (encoding?.toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
    case 'deflate':
      return createUnzip(
        isTruncated ? { finishFlush: constants.Z_SYNC_FLUSH } : {},
      );
    case 'br':
      return createBrotliDecompress(
        isTruncated ? { finishFlush: constants.BROTLI_OPERATION_FLUSH } : {},
      );
    default:
      return undefined;
  }
}
