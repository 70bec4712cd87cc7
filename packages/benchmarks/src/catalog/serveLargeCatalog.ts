import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';
import { text } from 'node:stream/consumers';
import { entityAt, groupRef, LargeCatalog } from './LargeCatalog';

// Ends with the process that measures, however that one ends.
process.on('disconnect', () => process.exit(1));

const catalog: LargeCatalog = JSON.parse(process.argv[2]);
const groups = new Set(
  Array.from({ length: catalog.groups }, (_, index) => groupRef(index)),
);
let revision = 0;

interface Page {
  at: number;
  of: 'groups' | 'locations' | 'entities';
}

/** The routes that a scan asks for, answered as the catalog answers them. */
async function answer(request: IncomingMessage): Promise<object> {
  const url = new URL(request.url!, 'http://catalog');
  if (url.pathname.endsWith('/change')) {
    return { revision: ++revision };
  }
  if (url.pathname.endsWith('/entities/by-refs')) {
    return byRefs(JSON.parse(await text(request)));
  }
  const limit = Number(url.searchParams.get('limit'));
  return pageOf(placeOf(url.searchParams), limit);
}

function placeOf(parameters: URLSearchParams): Page {
  const cursor = parameters.get('cursor');
  if (cursor) {
    return JSON.parse(Buffer.from(cursor, 'base64').toString());
  }
  const filter = parameters.getAll('filter').join();
  const kinds: Array<[string, Page['of']]> = [
    ['kind=Group', 'groups'],
    ['kind=Location', 'locations'],
  ];
  const [, of = 'entities'] = kinds.find(([each]) => each === filter) ?? [];
  return { at: 0, of };
}

function pageOf({ at, of }: Page, limit: number): object {
  const size = of === 'entities' ? catalog.entities : 0;
  const end = Math.min(at + limit, size);
  const items = Array.from({ length: Math.max(0, end - at) }, (_, offset) =>
    projected(at + offset),
  );
  const next = JSON.stringify({ at: end, of });
  return {
    items: of === 'groups' ? [{ kind: 'Group' }] : items,
    pageInfo:
      end < size ? { nextCursor: Buffer.from(next).toString('base64') } : {},
  };
}

/** Only the fields that are asked for. */
function projected(index: number): object {
  const { apiVersion, ...rest } = entityAt(index, revision, catalog);
  return rest;
}

/** Everything that is asked about is a group, or an entity to be listed. */
function byRefs({ entityRefs }: { entityRefs: string[] }): object {
  return {
    items: entityRefs.map(ref =>
      groups.has(ref) || ref.includes('/entity-') ? { kind: 'Any' } : null,
    ),
  };
}

/** The catalog would be busy with its database, and with what that answers. */
function stayBusyUntil(instant: number): void {
  while (performance.now() < instant);
}

function send(response: ServerResponse, body: object): void {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(body));
}

const server = createServer(async (request, response) => {
  const startedAt = performance.now();
  const body = await answer(request);
  if (request.url!.includes('/by-query')) {
    stayBusyUntil(startedAt + catalog.pageMs);
  }
  send(response, body);
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.send!({ port });
});
