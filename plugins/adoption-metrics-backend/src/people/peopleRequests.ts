import { InputError } from '@backstage/errors';
import {
  ForgetRequest,
  ForgetRequestSchema,
  MAX_MERGES,
  MergeRequest,
  MergeRequestSchema,
  MyChoice,
  MyChoiceSchema,
} from 'backstage-plugin-adoption-metrics-common';
import { z } from 'zod';

/** @throws InputError naming the field that is wrong, and what is accepted. */
export function parseMyChoice(body: unknown): MyChoice {
  return parse(MyChoiceSchema, body, '{"optedOut": true} or false');
}

/** @throws InputError naming the field that is wrong, and what is accepted. */
export function parseForgetRequest(body: unknown): ForgetRequest {
  const accepted =
    "a full ref of a user such as \"user:default/ada\" as 'entityRef', and true or false as 'stop'";
  const request = parse(ForgetRequestSchema, body, accepted);
  assertUser(request.entityRef, 'entityRef');
  return request;
}

/**
 * @throws InputError naming the field that is wrong, and what is accepted;
 * nothing of a request is done unless all of it can be.
 */
export function parseMergeRequest(body: unknown): MergeRequest {
  const accepted = `1 to ${MAX_MERGES} 'merges', each with full refs of users as 'from' and 'into'`;
  const request = parse(MergeRequestSchema, body, accepted);
  const sources = new Map<string, number>();
  request.merges.forEach(({ from, into }, index) => {
    assertUser(from, `merges.${index}.from`);
    assertUser(into, `merges.${index}.into`);
    if (sources.has(lower(from))) {
      refuse(
        index,
        `gives up the same identity as merges.${sources.get(
          lower(from),
        )}; it can go into one other only`,
      );
    }
    sources.set(lower(from), index);
  });
  request.merges.forEach(({ from, into }, index) => {
    if (lower(from) === lower(into)) {
      refuse(index, 'merges an identity into itself');
    }
    if (sources.has(lower(into))) {
      refuse(
        index,
        `goes into an identity that merges.${sources.get(
          lower(into),
        )} gives up; name the identity that remains in the end`,
      );
    }
  });
  return request;
}

function refuse(index: number, message: string): never {
  throw new InputError(`field 'merges.${index}' ${message}`);
}

function assertUser(entityRef: string, field: string): void {
  if (!lower(entityRef).startsWith('user:')) {
    throw new InputError(
      `field '${field}': is not the ref of a user; accepted are refs such as "user:default/ada"`,
    );
  }
}

function lower(entityRef: string): string {
  return entityRef.toLocaleLowerCase('en-US');
}

function parse<T>(schema: z.ZodType<T>, body: unknown, accepted: string): T {
  const result = schema.safeParse(body);
  if (!result.success) {
    const [issue] = result.error.issues;
    const path = issue.path.join('.');
    const where = path === '' ? 'the body' : `field '${path}'`;
    throw new InputError(
      `${where}: ${issue.message}; accepted are ${accepted}`,
    );
  }
  return result.data;
}
