import {
  RouteKey,
  RouteRow,
} from 'backstage-plugin-adoption-metrics-common/contract';
import { HandlerParts } from './handlers';
import { RequestRunner } from './RequestRunner';

/** The handler of any route, without its specific types. */
export type AnyParts = HandlerParts<never> & { csv?: (answer: any) => string };

/** A route with everything needed to respond to it. */
export interface OpenRoute {
  key: RouteKey;
  row: RouteRow;
  parts: AnyParts;
  runner: RequestRunner;
}
