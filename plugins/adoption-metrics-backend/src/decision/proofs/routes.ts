import { decisionManagePermission } from 'backstage-plugin-adoption-metrics-common';
import { RouteHandlers } from '../../http';
import { ProofReporter } from './ProofReporter';
import { ProofService } from './ProofService';

/** Routes of proofs of concept. */
export function createProofRoutes(handles: {
  service: ProofService;
  reporter: ProofReporter;
}) {
  const { service, reporter } = handles;
  return {
    'GET /decision/proofs': async ({ may }) =>
      reporter.list(await may(decisionManagePermission)),
    'GET /decision/proofs/{id}': async ({ params, may }) =>
      reporter.report(
        await service.find(params.id),
        await may(decisionManagePermission),
      ),
    'POST /decision/proofs': async ({ body, visibility, signature }) =>
      reporter.report(
        await service.plan(body, { visibility, signature }),
        true,
      ),
    'PUT /decision/proofs/{id}': async ({
      params,
      body,
      visibility,
      signature,
    }) =>
      reporter.report(
        await service.change(params.id, body, { visibility, signature }),
        true,
      ),
    'PUT /decision/proofs/{id}/feedback': async ({
      params,
      body,
      visibility,
      signature,
    }) =>
      reporter.report(
        await service.setFeedback(params.id, body, { visibility, signature }),
        true,
      ),
    'DELETE /decision/proofs/{id}': async ({ params }) => {
      await service.remove(params.id);
      return { removed: params.id };
    },
  } satisfies RouteHandlers;
}
