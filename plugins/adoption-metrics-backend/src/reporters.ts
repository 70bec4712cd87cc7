import { OwnerReporter, ReadableEntities, StalenessReporter } from './catalog';
import { CollectionOptions } from './collection';
import { PageLoadReporter } from './pageLoad';
import { Services } from './services';
import { targetMsOf } from './stores';

/** Tells who owns what is stale. */
export function createOwnerReporter(
  services: Services,
  { config, stores }: CollectionOptions,
): OwnerReporter {
  return new OwnerReporter({
    staleness: new StalenessReporter({ store: stores.scans }),
    store: stores.scans,
    samples: stores.samples,
    readable: new ReadableEntities(services.catalog),
    target: config.targets['stale-entities'].value,
  });
}

/** Tells how fast pages load. */
export function createPageLoadReporter({
  clock,
  config,
  stores,
}: CollectionOptions): PageLoadReporter {
  return new PageLoadReporter({
    clock,
    zone: config.zone,
    store: stores.pageLoads,
    samples: stores.samples,
    targetMs: targetMsOf(config),
  });
}
