import {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { BasicPermission } from '@backstage/plugin-permission-common';
import { JsonObject } from '@backstage/types';
import type { z } from 'zod/v3';

/** zod as the registry provides it, in the version of that release. */
export type RegistryZod = typeof z;

/** An action in the form that the registry expects. */
export interface OfferedAction {
  name: string;
  title: string;
  description: string;
  schema: {
    input(zod: RegistryZod): z.ZodTypeAny;
    output(zod: RegistryZod): z.ZodTypeAny;
  };
  examples?: Array<{ title: string; input: JsonObject }>;
  /**
   * Hides the action from users without the permission. Older releases ignore
   * it.
   */
  visibilityPermission?: BasicPermission;
  attributes: { readOnly: boolean; idempotent: boolean; destructive: boolean };
  action(context: {
    input: Record<string, unknown>;
    credentials: BackstageCredentials;
    logger: LoggerService;
  }): Promise<{ output: object }>;
}
