import { InputError } from '@backstage/errors';
import {
  ForgetRequest,
  MAX_MERGES,
  MergeRequest,
  MyChoice,
} from 'backstage-plugin-adoption-metrics-common';
import {
  ForgetRequestSchema,
  MergeRequestSchema,
  MyChoiceSchema,
} from 'backstage-plugin-adoption-metrics-common/contract';
import { parseBody } from '../access';

/** @throws InputError naming the field that is wrong, and what is accepted. */
export function parseMyChoice(body: unknown): MyChoice {
  return parseBody(MyChoiceSchema, body, '{"optedOut": true} or false');
}

/** @throws InputError naming the field that is wrong, and what is accepted. */
export function parseForgetRequest(body: unknown): ForgetRequest {
  const accepted =
    "a full ref of a user such as \"user:default/ada\" as 'entityRef', and true or false as 'stop'";
  const request = parseBody(ForgetRequestSchema, body, accepted);
  assertUser(request.entityRef, 'entityRef');
  return request;
}

/**
 * @throws InputError naming the field that is wrong, and what is accepted;
 * nothing of a request is done unless all of it can be.
 */
export function parseMergeRequest(body: unknown): MergeRequest {
  const accepted = `1 to ${MAX_MERGES} 'merges', each with full refs of users as 'from' and 'into'`;
  const request = parseBody(MergeRequestSchema, body, accepted);
  request.merges.forEach((merge, index) => {
    assertUser(merge.from, `merges.${index}.from`);
    assertUser(merge.into, `merges.${index}.into`);
  });
  assertUnambiguous(request.merges);
  return request;
}

// The order of the merges must not matter, so that each can be done for itself.
function assertUnambiguous(merges: MergeRequest['merges']): void {
  const givenUp = givenUpIdentities(merges);
  for (const [index, { from, into }] of merges.entries()) {
    const other = givenUp.get(lower(into));
    if (lower(from) === lower(into)) {
      refuse(index, 'merges an identity into itself');
    }
    if (other !== undefined) {
      refuse(
        index,
        `goes into an identity that merges.${other} gives up; name the identity that remains in the end`,
      );
    }
  }
}

/** The position at which each identity is given up. */
function givenUpIdentities(merges: MergeRequest['merges']) {
  const givenUp = new Map<string, number>();
  for (const [index, { from }] of merges.entries()) {
    const other = givenUp.get(lower(from));
    if (other !== undefined) {
      refuse(
        index,
        `gives up the same identity as merges.${other}; it can go into one other only`,
      );
    }
    givenUp.set(lower(from), index);
  }
  return givenUp;
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
