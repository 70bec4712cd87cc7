import { z } from 'zod';
import 'zod-openapi';
import { accepting } from './accepted';
import { isDay } from './calendar';
import { unstorableIn } from './plainTexts';

/**
 * In UTF-16 units. Database indexes support this length in any script.
 *
 * @public
 */
export const LONGEST_REF = 800;

/** How a parameter is described in the OpenAPI document. */
interface ParameterShape {
  type: 'string' | 'integer' | 'boolean';
  format?: string;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
}

/**
 * A parameter of a URL, where everything is text. The client also accepts the
 * parsed value.
 */
function parameter<Out, In = Out>(options: {
  accepted: string;
  shape: ParameterShape;
  read(text: string): Out | undefined;
}): z.ZodType<Out, In> {
  const { accepted, shape, read } = options;
  const schema = z.string().transform((given, context): Out => {
    const value = read(given);
    if (value === undefined) {
      context.issues.push({ code: 'custom', input: given });
      return z.NEVER;
    }
    return value;
  });
  return accepting(
    schema.meta({ override: shape }),
    accepted,
  ) as unknown as z.ZodType<Out, In>;
}

/** A whole number in a range, both bounds inclusive. @public */
export function wholeNumber({ least, most }: { least: number; most: number }) {
  return parameter<number>({
    accepted: `whole numbers from ${least} to ${most}`,
    shape: { type: 'integer', minimum: least, maximum: most },
    read: given => {
      const value = /^\d{1,15}$/.test(given) ? Number(given) : NaN;
      return value >= least && value <= most ? value : undefined;
    },
  });
}

/** The id of a row from an earlier response, such as an annotation. @public */
export function idOf(what: string) {
  return parameter<number>({
    accepted: `the 'id' of ${what}`,
    shape: { type: 'integer', minimum: 0, maximum: 999_999_999 },
    read: given => (/^\d{1,9}$/.test(given) ? Number(given) : undefined),
  });
}

/** One of the given values. @public */
export function choice<const Values extends readonly [string, ...string[]]>(
  values: Values,
): z.ZodEnum<{ [Value in Values[number]]: Value }> {
  return z.enum(values);
}

/** `true` or `false`. @public */
export const flag = parameter<boolean>({
  accepted: 'true or false',
  shape: { type: 'boolean' },
  read: given => {
    const known = given === 'true' || given === 'false';
    return known ? given === 'true' : undefined;
  },
});

/** A text that is not empty. @public */
export function text({ most = 255 }: { most?: number } = {}) {
  return parameter<string>({
    accepted: `texts of 1 to ${most} characters`,
    shape: { type: 'string', maxLength: most },
    read: given =>
      given !== '' && given.length <= most && !unstorableIn(given)
        ? given
        : undefined,
  });
}

/** A calendar day in the reporting time zone, `YYYY-MM-DD`. @public */
export const day = parameter<string>({
  accepted: 'days written as YYYY-MM-DD, such as 2026-03-31',
  shape: { type: 'string', format: 'date' },
  read: given => (isDay(given) ? given : undefined),
});

/**
 * An instant, or a day in the reporting time zone, which stands for its start.
 *
 * @public
 */
export const instantOrDay = parameter<string>({
  accepted:
    'instants in UTC such as 2026-11-23T12:00:00Z, and days such as 2026-11-23',
  shape: { type: 'string' },
  read: given => (isDay(given) || isInstant(given) ? given : undefined),
});

/** A full entity ref, converted to lower case, as in the catalog. @public */
export const entityRef = parameter<string>({
  accepted: 'full entity refs such as component:default/shop',
  shape: { type: 'string', maxLength: LONGEST_REF },
  read: readEntityRef,
});

/**
 * The entity ref of an owner, `me` for the caller and their groups, or `none`.
 *
 * @public
 */
export const ownerOrMe = parameter<string>({
  accepted: "'me', 'none', or full entity refs such as group:default/team",
  shape: { type: 'string', maxLength: LONGEST_REF },
  read: given =>
    given === 'me' || given === 'none' ? given : readEntityRef(given),
});

/** Where a page begins. Only the server can read it. @public */
export const cursor = parameter<string>({
  accepted: "the 'nextCursor' of the previous page",
  shape: { type: 'string', maxLength: 4_000 },
  read: given => (/^[\w-]{1,4000}$/.test(given) ? given : undefined),
});

/** The id of a portal, as configured. @public */
export const portalId = parameter<string>({
  accepted: 'ids of portals: lower-case letters, digits and dashes',
  shape: { type: 'string', maxLength: 64 },
  read: given => (isPortalId(given) ? given : undefined),
});

/** Whether a text is a valid portal id. @public */
export function isPortalId(given: string): boolean {
  return /^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$/.test(given);
}

/** The days from `from` to `to`, half-open. @public */
export function dayRange({ from, to }: { from: string; to: string }) {
  return {
    from: day.optional().describe(`First day; default ${from}`),
    to: day.optional().describe(`Day after the last one; default ${to}`),
  };
}

/** The instants from `from` to `to`, half-open. @public */
export function instantRange({ from, to }: { from: string; to: string }) {
  return {
    from: instantOrDay
      .optional()
      .describe(`Instant, or day for its beginning; default ${from}`),
    to: instantOrDay
      .optional()
      .describe(`Exclusive instant or day; default ${to}`),
  };
}

/** The size of a page, and where it begins. @public */
export function page({ most, usual }: { most: number; usual: number }) {
  return {
    limit: wholeNumber({ least: 1, most })
      .default(usual)
      .describe('Maximum entries per page; a page can have fewer'),
    cursor: cursor.optional().describe('The `nextCursor` of the previous page'),
  };
}

function readEntityRef(given: string): string | undefined {
  const isRef = /^[^:/\s]+:[^:/\s]+\/[^:/\s]+$/.test(given);
  return isRef && given.length <= LONGEST_REF && !unstorableIn(given)
    ? given.toLocaleLowerCase('en-US')
    : undefined;
}

function isInstant(given: string): boolean {
  return z.iso.datetime().safeParse(given).success;
}
