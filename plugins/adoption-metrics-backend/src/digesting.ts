import { LifecycleReporter, UseReporter } from './activity';
import { Alerting } from './alerting';
import { CollectionOptions } from './collection';
import { createStandingReader } from './deadline';
import { DigestReporter, DigestSender } from './digest';
import { createOwnerReporter, createPageLoadReporter } from './reporters';
import { ScorecardReporter } from './scorecard';
import { Services } from './services';

interface DigestOptions {
  services: Services;
  collection: CollectionOptions;
  scorecard: ScorecardReporter;
}

/** Gathers digests from everything that is measured. */
export function createDigestReporter({
  services,
  collection,
  scorecard,
}: DigestOptions): DigestReporter {
  const { clock, config, stores } = collection;
  const figures = () => scorecard.scorecard();
  const { zone, privacyFloor: floor } = config;
  const measured = { ...stores, clock, zone, floor };
  const programme = createStandingReader(collection);
  return new DigestReporter({
    clock,
    zone,
    samples: stores.samples,
    annotations: stores.annotations,
    use: new UseReporter(measured),
    people: new LifecycleReporter(measured),
    owners: createOwnerReporter(services, collection),
    pages: createPageLoadReporter(collection),
    scorecard: figures,
    standing: () => programme.read(),
  });
}

/** Sends digests through the channels of alerts. */
export function createDigestSender(
  options: DigestOptions,
  { routing }: Alerting,
): DigestSender {
  const { services, collection } = options;
  const { clock, config, stores } = collection;
  return new DigestSender({
    clock,
    zone: config.zone,
    config: config.digest,
    samples: stores.samples,
    store: stores.alerts,
    reporter: createDigestReporter(options),
    routing,
    credentials: () => services.auth.getOwnServiceCredentials(),
  });
}
