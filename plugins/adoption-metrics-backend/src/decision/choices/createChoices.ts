import {
  decisionManagePermission,
  decisionReadPermission,
} from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { AnnotationStore } from '../../deadline';
import { RouteHandlers } from '../../http';
import { ReportingZone } from '../../time';
import { PublishedReader } from '../published';
import { ChoiceService } from './ChoiceService';

/**
 * Records what was decided. It is stored among the annotations, which forget
 * who wrote them.
 */
export function createChoices(handles: {
  clock: Clock;
  zone: ReportingZone;
  published: PublishedReader;
  annotations: AnnotationStore;
}) {
  const { clock, zone, published, annotations } = handles;
  const choices = new ChoiceService({ clock, zone, published, annotations });
  const routes = {
    'GET /decision/access': async ({ may }) => ({
      mayRead: await may(decisionReadPermission),
      mayManage: await may(decisionManagePermission),
    }),
    'GET /decision/choices': async ({ may }) => ({
      timeZone: zone.name,
      mayChoose: await may(decisionManagePermission),
      choosable: await choices.choosable(),
      choices: await choices.list(),
    }),
    'POST /decision/choices': ({ body, signature }) =>
      choices.record(body, signature),
    'DELETE /decision/choices': async ({ query }) => {
      await choices.remove(query.id);
      return { removed: query.id };
    },
  } satisfies RouteHandlers;
  return { choices, part: { routes } };
}
