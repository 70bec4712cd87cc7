import { RE2JS } from 're2js';
import { z } from 'zod';
import { named, refuse, refuseKey } from './setting';

/** True or false, also as the text that an environment variable gives. */
export function flag() {
  return z
    .preprocess(flagOfText, z.boolean())
    .meta({ accepted: 'true or false' });
}

/** Numbers between two bounds, both included, also as a text. */
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

/** Numbers above 0 and up to a bound. */
export function positive(most: number, unit: string) {
  return z
    .preprocess(numberOfText, z.number().gt(0).max(most))
    .meta({ accepted: `numbers above 0 and up to ${most}, in ${unit}` });
}

/** A part of a whole. */
export function share() {
  return z
    .preprocess(numberOfText, z.number().gt(0).max(1))
    .meta({ accepted: 'shares above 0 and up to 1; 0.3 means 30%' });
}

/** How much of something there is. */
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

/** Names of something, such as `entity kinds`. */
export function names(of: string, example: string) {
  return z
    .array(z.string().min(1))
    .meta({ accepted: `lists of ${of} such as ${example}` });
}

/** A key or token whose value no message repeats. */
export function secret({ least = 1 }: { least?: number } = {}) {
  const length = least > 1 ? ` of at least ${least} characters` : '';
  return z
    .string()
    .min(least)
    .meta({ accepted: `texts${length}`, visibility: 'secret' });
}

/** Fewest and most bytes of a secret that signs, by Standard Webhooks. */
const SIGNING_BYTES = { least: 24, most: 64 };

/** A secret that signs, as Standard Webhooks writes it. */
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
 * An absolute http or https URL. One with a password would reach logs.
 *
 * @param instead - what to do with a user name or password, which end the
 * sentence that refuses them
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
        // What is no address may hold a password anywhere before an @.
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

/** Headers that a request gets by itself, or that are about a connection. */
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

/** Headers of requests, such as `Authorization`, whose values are secrets. */
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
 * A regular expression in the syntax of RE2, which takes time in proportion to
 * the text: one of JavaScript can keep the process busy for minutes.
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
