import {
  RouteKey,
  RouteRow,
} from 'backstage-plugin-adoption-metrics-common/contract';
import { HandlerParts } from './handlers';
import { RequestRunner } from './RequestRunner';

/** A handler of any route, once its types have done their work. */
export type AnyParts = HandlerParts<never> & { csv?: (answer: any) => string };

/** A route with all that answers it, however it is asked. */
export interface OpenRoute {
  key: RouteKey;
  row: RouteRow;
  parts: AnyParts;
  runner: RequestRunner;
}
