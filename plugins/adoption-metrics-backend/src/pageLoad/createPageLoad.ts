import { Target } from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Knex } from 'knex';
import { oldestHeldDay, SettingsStore } from '../database';
import { HourlyStore, SampleStore } from '../samples';
import { ReportingZone } from '../time';
import { checkDroppedEvents } from './checkDroppedEvents';
import { PageLoadStore } from './PageLoadStore';
import { createPageLoadCounter } from './pageLoadCounter';
import { PageLoadMetric } from './PageLoadMetric';
import { PageLoadReporter } from './PageLoadReporter';
import { measuredPageLoads, pageLoadRetention } from './retention';
import { createPageLoadRoutes } from './routes';

/** Measures page load times, and reports on them. */
export function createPageLoad(handles: {
  knex: Knex;
  zone: ReportingZone;
  clock: Clock;
  settings: SettingsStore;
  samples: SampleStore;
  /** Changes whenever data about closed days may have changed. */
  closedDaysState(): Promise<string>;
  hourly: HourlyStore;
  target: Target;
}) {
  const { knex, zone, clock, settings, samples, hourly, target } = handles;
  const targetMs = Math.round(target.value * 1_000);
  const pageLoads = new PageLoadStore(knex, targetMs);
  const reporter = new PageLoadReporter({
    clock,
    zone,
    store: pageLoads,
    samples,
    targetMs,
  });
  return {
    pageLoads,
    reporter,
    part: {
      routes: createPageLoadRoutes(reporter, handles.closedDaysState),
      retention: pageLoadRetention,
      counters: [createPageLoadCounter({ targetMs, zone })],
      metric: new PageLoadMetric({
        target,
        zone,
        samples,
        hourly,
        loads: pageLoads,
        heldFrom: () => oldestHeldDay(settings, measuredPageLoads),
      }),
      diagnostics: [
        () => checkDroppedEvents({ pageLoads, hourly, zone, now: clock.now() }),
      ],
    },
  };
}
