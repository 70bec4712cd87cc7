import {
  ActionOfRoute,
  paramsSchemaOf,
  RouteKey,
  routeKeys,
  rowOf,
  RouteRow,
} from 'backstage-plugin-adoption-metrics-common/contract';
import { Ask } from '../http';
import { ActionsRegistry } from './alpha';
import { OfferedAction } from './OfferedAction';
import {
  createRegistrySchema,
  inputShapeOf,
  outputShapeOf,
  WORDING,
} from './schemas';

/**
 * Registers an action for every route of the contract that declares one. It
 * responds like the route, with the same access checks.
 */
export function registerActions(registry: ActionsRegistry, ask: Ask): void {
  for (const key of routeKeys) {
    const row = rowOf(key);
    if (row.action) {
      registry.register(offer({ key, row, action: row.action, ask }));
    }
  }
}

function offer(options: {
  key: RouteKey;
  row: RouteRow;
  action: ActionOfRoute;
  ask: Ask;
}): OfferedAction {
  const { key, row, ask } = options;
  const { name, title, description } = options.action;
  const input = { ...row.example?.params, ...row.example?.query };
  return {
    name,
    title,
    description,
    schema: {
      input: zod => createRegistrySchema(zod, inputShapeOf(row)),
      output: zod => createRegistrySchema(zod, outputShapeOf(row)),
    },
    ...(row.example && { examples: [{ title: row.summary, input }] }),
    ...('permission' in row.caller && {
      visibilityPermission: row.caller.permission,
    }),
    attributes: { readOnly: true, idempotent: true, destructive: false },
    async action(context) {
      const url = writeUrl(row, context.input);
      const answer = await ask(key, url, context.credentials);
      // JSON has no undefined, and the registry's zod would reject it.
      return { output: JSON.parse(JSON.stringify(answer, leaveOutWording)) };
    },
  };
}

/** Assistants read the English; its codes are for pages in other languages. */
function leaveOutWording(field: string, value: unknown): unknown {
  return field === WORDING ? undefined : value;
}

/** The input in the form in which it would be part of a URL. */
function writeUrl(row: RouteRow, input: Record<string, unknown>) {
  const inPath = paramsSchemaOf(row).shape;
  const url = { params: {}, query: {} } as Parameters<Ask>[1];
  for (const [name, value] of Object.entries(input)) {
    if (value !== undefined) {
      (name in inPath ? url.params : url.query)[name] = String(value);
    }
  }
  return url;
}
