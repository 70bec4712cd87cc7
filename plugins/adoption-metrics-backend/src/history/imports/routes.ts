import { RouteHandlers } from '../../http';
import { ImportService } from './ImportService';

/** Routes for administrators to import activity from other tools. */
export function createImportRoutes(service: ImportService) {
  return {
    'POST /history/imports': {
      auditMeta: ({ body: { source } }) => ({ source }),
      answer: async ({ body, signal, audit }) => {
        const prepared = await service.prepare(body, signal);
        audit({ id: prepared.id, days: prepared.days });
        return prepared;
      },
    },
    'GET /history/imports': () => service.list(),
    'POST /history/imports/start': {
      auditMeta: ({ body: { id } }) => ({ id }),
      answer: ({ body: { id } }) => service.start(id),
    },
  } satisfies RouteHandlers;
}
