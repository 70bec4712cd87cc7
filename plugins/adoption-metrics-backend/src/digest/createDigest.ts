import { AuthService } from '@backstage/backend-plugin-api';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { AccessControl } from '../http';
import { LifecycleReporter, UseReporter } from '../activity';
import { AlertRouting, AlertStore } from '../alerts';
import { OwnerReporter } from '../catalog';
import { PageLoadReporter } from '../pageLoad';
import { AnnotationStore, DeadlineStatusReader } from '../deadline';
import { SampleStore } from '../samples';
import { ScorecardReporter } from '../scorecard';
import { ReportingZone } from '../time';
import { DigestConfig } from './config';
import { DigestService } from './DigestService';
import { DigestReporter } from './DigestReporter';
import { createDigestRouter } from './digestRoutes';
import { DigestSender } from './DigestSender';

interface DigestHandles {
  zone: ReportingZone;
  clock: Clock;
  access: AccessControl;
  auth: AuthService;
  config: DigestConfig;
  samples: SampleStore;
  use: UseReporter;
  people: LifecycleReporter;
  pages: PageLoadReporter;
  owners: OwnerReporter;
  scorecard: ScorecardReporter;
  annotations: AnnotationStore;
  deadlineStatus: DeadlineStatusReader;
  /** Through which digests are sent. */
  alerts: { store: AlertStore; routing: AlertRouting };
}

/** Says what a week or a month brought, and sends that to the recipients. */
export function createDigest(handles: DigestHandles) {
  const { zone, clock, access, auth, config, samples, alerts } = handles;
  const { use, people, pages, owners, scorecard } = handles;
  const { annotations, deadlineStatus } = handles;
  const { store, routing } = alerts;
  const reporter = new DigestReporter({
    clock,
    zone,
    samples,
    annotations,
    use,
    people,
    owners,
    pages,
    scorecard: () => scorecard.scorecard(),
    deadlineStatus: () => deadlineStatus.read(),
  });
  const sender = new DigestSender({
    clock,
    zone,
    config,
    samples,
    store,
    reporter,
    routing,
    credentials: () => auth.getOwnServiceCredentials(),
  });
  return {
    part: {
      routers: [
        createDigestRouter({
          access,
          service: new DigestService({
            clock,
            zone,
            config,
            reporter,
            store,
            routing,
          }),
        }),
      ],
      tasks: [
        {
          id: 'digest',
          frequency: { minutes: 1 },
          timeout: { minutes: 10 },
          initialDelay: { seconds: 25 },
          run: () => sender.send(),
        },
      ],
    },
  };
}
