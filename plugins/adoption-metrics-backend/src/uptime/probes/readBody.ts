import { IncomingMessage } from 'node:http';
import { pipeline, Readable, Transform } from 'node:stream';
import { constants, createBrotliDecompress, createUnzip } from 'node:zlib';

/** How much of a body is read, and how much of it decoded, in bytes. */
export const MOST_OF_BODY = 1_000_000;

/** The beginning of something, and whether there is more of it. */
interface Beginning {
  bytes: Buffer;
  isCut: boolean;
}

/**
 * Reads a body to its end, or as much of it as is read at all: what comes
 * beyond that may be endless.
 *
 * @throws Error with a `code` if the body ends before it is complete
 */
export function receiveBody(response: IncomingMessage): Promise<Beginning> {
  return readBeginning(response);
}

/**
 * The text of a body. What is compressed is decompressed; nothing is asked for
 * in that way, but some servers send it anyway.
 *
 * @throws Error with a `code` if it is not compressed as the headers say
 */
export async function decodeBody(
  { bytes, isCut }: Beginning,
  encoding: string | undefined,
): Promise<string> {
  const decoder = bytes.length > 0 ? createDecoder(encoding, isCut) : undefined;
  // The callback is what makes a pipeline; its error is thrown by the reading.
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
  return { bytes, isCut: size > MOST_OF_BODY };
}

/** @param isCut - whether the input lacks its end, which then is no fault */
function createDecoder(
  encoding: string | undefined,
  isCut: boolean,
): Transform | undefined {
  switch (encoding?.toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
    case 'deflate':
      return createUnzip(isCut ? { finishFlush: constants.Z_SYNC_FLUSH } : {});
    case 'br':
      return createBrotliDecompress(
        isCut ? { finishFlush: constants.BROTLI_OPERATION_FLUSH } : {},
      );
    default:
      return undefined;
  }
}
