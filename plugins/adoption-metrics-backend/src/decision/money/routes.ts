import {
  decisionManagePermission,
  MoneyRequest,
} from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { notAccepted, RouteHandlers } from '../../http';
import { formatDay, parseDay, ReportingZone } from '../../time';
import { MoneyInputStore } from './MoneyInputStore';
import { MoneyReporter } from './MoneyReporter';

/** Routes of the money. */
export function createMoneyRoutes(handles: {
  clock: Clock;
  zone: ReportingZone;
  inputs: MoneyInputStore;
  reporter: MoneyReporter;
}) {
  const { clock, zone, inputs, reporter } = handles;
  return {
    'GET /decision/money': async ({ may }) =>
      reporter.report(await may(decisionManagePermission)),
    'PUT /decision/money': async ({ body, signature }) => {
      assertBegun(body, zone.dayOf(clock.now()));
      await inputs.add({
        inputs: body,
        changedAt: clock.now(),
        changedBy: signature,
      });
      return reporter.report(true);
    },
  } satisfies RouteHandlers;
}

function assertBegun({ spendingSince }: MoneyRequest, today: number): void {
  if (spendingSince !== undefined && parseDay(spendingSince)! > today) {
    throw notAccepted(
      'spendingSince',
      spendingSince,
      `days up to today, ${formatDay(today)}`,
      'body',
    );
  }
}
