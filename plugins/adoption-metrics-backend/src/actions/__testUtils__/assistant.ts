import { Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { BackendFeature } from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceFactory,
  actionsServiceFactory,
} from '@backstage/backend-defaults/alpha';
import mcpActionsPlugin from '@backstage/plugin-mcp-actions-backend';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

/** What makes a backend serve actions over MCP, as `createBackend` does. */
export const mcpFeatures = [
  actionsRegistryServiceFactory,
  actionsServiceFactory,
  mcpActionsPlugin,
] as BackendFeature[];

/** What a tool has answered. */
export interface ToolAnswer {
  isError?: boolean;
  content: Array<{ type: string; text: string }>;
  structuredContent?: any;
}

/** An assistant that is connected to a backend under somebody's token. */
export async function connectAssistant(
  server: Server,
  authorization: string,
): Promise<{
  client: Client;
  call(name: string, input?: object): Promise<ToolAnswer>;
}> {
  const { port } = server.address() as AddressInfo;
  const client = new Client({ name: 'assistant', version: '1.0.0' });
  await client.connect(
    new StreamableHTTPClientTransport(
      new URL(`http://127.0.0.1:${port}/api/mcp-actions/v1`),
      { requestInit: { headers: { Authorization: authorization } } },
    ),
  );
  return {
    client,
    call: async (name, input = {}) =>
      (await client.callTool({
        name: `adoption-metrics.${name}`,
        arguments: input as Record<string, unknown>,
      })) as unknown as ToolAnswer,
  };
}
