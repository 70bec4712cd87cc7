import { RE2JS } from 're2js';
import { z } from 'zod';
import { named, refuse, refuseKey } from './setting';

/** True or false. Accepts text too, because environment variables are text. */
export function flag() {
  return z
    .preprocess(flagOfText, z.boolean())
    .meta({ accepted: 'true or false' });
}

/** A whole number in a range, both bounds inclusive. Accepts text too. */
export function wholeNumber({ least, most }: { least: number; most?: number }) {
  const number = z.int().min(least);
  const upTo = most === undefined ? '' : ` to ${most}`;
  return z
    .preprocess(
      numberOfText,
      most === undefined
        ? number.max(Number.MAX_SAFE_INTEGER)
        : number.max(most),
    )
    .meta({ accepted: `whole numbers from ${least}${upTo}` });
}

/** A number above 0, up to a limit. */
export function positive(most: number, unit: string) {
  return z
    .preprocess(numberOfText, z.number().gt(0).max(most))
    .meta({ accepted: `numbers above 0 and up to ${most}, in ${unit}` });
}

/** A share of a whole. */
export function share() {
  return z
    .preprocess(numberOfText, z.number().gt(0).max(1))
    .meta({ accepted: 'shares above 0 and up to 1; 0.3 means 30%' });
}

/** An amount of something. */
export function amount(most: number) {
  return z
    .preprocess(numberOfText, z.number().min(0).max(most))
    .meta({ accepted: `numbers from 0 to ${most}` });
}

/** One of several words. */
export function choice<const T extends readonly [string, ...string[]]>(
  words: T,
) {
  return z.enum(words).meta({ accepted: words.join(', ') });
}

/** A list of names, such as entity kinds. */
export function names(of: string, example: string) {
  return z
    .array(z.string().min(1))
    .meta({ accepted: `lists of ${of} such as ${example}` });
}

/** A key or token, which never appears in messages. */
export function secret({ least = 1 }: { least?: number } = {}) {
  const length = least > 1 ? ` of at least ${least} characters` : '';
  return z
    .string()
    .min(least)
    .meta({ accepted: `texts${length}`, visibility: 'secret' });
}

/** The length of signing secrets in bytes, defined by Standard Webhooks. */
const SIGNING_BYTES = { least: 24, most: 64 };

/** A signing secret in the format of Standard Webhooks. */
export function signingSecret() {
  const { least, most } = SIGNING_BYTES;
  return z
    .string()
    .refine(text => {
      const [, base64] = /^whsec_([a-z0-9+/]+={0,2})$/i.exec(text) ?? [];
      const bytes = Buffer.from(base64 ?? '', 'base64');
      return (
        bytes.toString('base64') === base64 &&
        bytes.length >= least &&
        bytes.length <= most
      );
    })
    .meta({
      accepted: `'whsec_' and ${least} to ${most} random bytes in Base64, such as "whsec_$(openssl rand -base64 32)" makes`,
      visibility: 'secret',
    });
}

const addresses =
  'absolute http and https URLs without a user name or password';

/**
 * An absolute HTTP or HTTPS URL. A password in it would end up in logs.
 *
 * @param instead - ends the sentence that rejects a URL with a user name or
 * password, and says what to do instead
 */
export function webAddress(
  instead: string = "send them in 'headers' instead, with $env, such as Authorization: { $env: MY_TOKEN }",
) {
  return z
    .string()
    .superRefine((text, context) => {
      const url = URL.parse(text);
      if (url?.username || url?.password) {
        const fault = `contains a user name or password; ${instead}`;
        refuseKey(context, [], fault);
      } else if (!url || !['http:', 'https:'].includes(url.protocol)) {
        // Even an invalid URL may contain a password before an @.
        const fault = `is not a URL; expected ${addresses}`;
        if (text.includes('@')) {
          refuseKey(context, [], fault);
        } else {
          refuse(context);
        }
      }
    })
    .meta({ accepted: addresses });
}

/**
 * Headers that are set by the client itself, or that belong to the connection.
 */
const OWN_HEADERS = [
  'connection',
  'content-length',
  'content-type',
  'expect',
  'host',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'webhook-id',
  'webhook-signature',
  'webhook-timestamp',
];

/** Request headers, such as `Authorization`. Their values are secrets. */
export function headers() {
  const value = secret().regex(/^[\t\x20-\x7e]+$/);
  return named(
    {
      pattern: new RegExp(
        `^(?!(${OWN_HEADERS.join('|')})$)[a-z0-9][a-z0-9-]{0,63}$`,
        'i',
      ),
      accepted:
        'names of letters, digits, and dashes, except for headers that every request sets',
    },
    value,
  );
}

/**
 * A regular expression in RE2 syntax, which matches in linear time. A
 * JavaScript expression could block the process for minutes.
 */
export function pattern() {
  return z
    .string()
    .min(1)
    .transform((source, context) => compile(source) ?? refuse(context))
    .meta({
      accepted:
        'regular expressions in the syntax of RE2, which has neither lookaround nor backreferences',
    });
}

function compile(source: string): RE2JS | undefined {
  try {
    return RE2JS.compile(RE2JS.translateRegExp(source));
  } catch {
    return undefined;
  }
}

function numberOfText(value: unknown): unknown {
  const isNumber = typeof value === 'string' && /^-?[\d.]+$/.test(value);
  return isNumber ? Number(value) : value;
}

function flagOfText(value: unknown): unknown {
  const flags = new Map<unknown, boolean>([
    ['true', true],
    ['false', false],
  ]);
  return flags.get(value) ?? value;
}
