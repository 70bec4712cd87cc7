import {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { BasicPermission } from '@backstage/plugin-permission-common';
import { JsonObject } from '@backstage/types';
import type { z } from 'zod/v3';

/** zod as the registry hands it out, of whichever release it is. */
export type RegistryZod = typeof z;

/** An action as the registry takes it. */
export interface OfferedAction {
  name: string;
  title: string;
  description: string;
  schema: {
    input(zod: RegistryZod): z.ZodTypeAny;
    output(zod: RegistryZod): z.ZodTypeAny;
  };
  examples?: Array<{ title: string; input: JsonObject }>;
  /** Who may not read does not see the action; ignored by older releases. */
  visibilityPermission?: BasicPermission;
  attributes: { readOnly: boolean; idempotent: boolean; destructive: boolean };
  action(context: {
    input: Record<string, unknown>;
    credentials: BackstageCredentials;
    logger: LoggerService;
  }): Promise<{ output: object }>;
}
