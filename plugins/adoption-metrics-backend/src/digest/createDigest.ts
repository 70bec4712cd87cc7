import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { LifecycleReporter, UseReporter } from '../activity';
import { AlertRouting, AlertStore, DeliveryStore } from '../alerts';
import { OwnerReporter } from '../catalog';
import { nothing, Visibility } from '../http';
import { AnnotationStore, DeadlineStatusReader } from '../deadline';
import { PageLoadReporter } from '../pageLoad';
import { Task } from '../parts';
import { SampleStore } from '../samples';
import { ScorecardReporter } from '../scorecard';
import { ReportingZone } from '../time';
import { MoreActions } from './actions';
import { DigestConfig } from './config';
import { DigestReporter } from './DigestReporter';
import { DigestSender } from './DigestSender';
import { DigestService } from './DigestService';
import { createDigestRoutes } from './routes';

interface DigestHandles {
  zone: ReportingZone;
  clock: Clock;
  auth: AuthService;
  visibilityOf(credentials: BackstageCredentials): Visibility;
  config: DigestConfig;
  /** Whether a digest that is sent may name groups. */
  names: boolean;
  samples: SampleStore;
  use: UseReporter;
  people: LifecycleReporter;
  pages: PageLoadReporter;
  owners: OwnerReporter;
  scorecard: ScorecardReporter;
  annotations: AnnotationStore;
  deadlineStatus: DeadlineStatusReader;
  /** What later folders recommend. */
  moreActions: MoreActions;
  /** A digest is stored and delivered as an alert. */
  alerts: {
    store: AlertStore;
    deliveries: DeliveryStore;
    routing: AlertRouting;
  };
}

/** Sums up what a week or a month brought, and sends that to the recipients. */
export function createDigest(handles: DigestHandles) {
  const { zone, clock, auth, visibilityOf, config, names, samples } = handles;
  const { use, people, pages, owners, scorecard } = handles;
  const { annotations, deadlineStatus, moreActions } = handles;
  const { store, deliveries, routing } = handles.alerts;
  const reporter = new DigestReporter({
    clock,
    zone,
    samples,
    annotations,
    use,
    people,
    owners,
    pages,
    scorecard,
    deadlineStatus,
    moreActions,
  });
  const service = new DigestService({
    clock,
    zone,
    config,
    reporter,
    store,
    deliveries,
    routing,
  });
  const sender = new DigestSender({
    clock,
    zone,
    config,
    samples,
    reporter,
    store,
    routing,
    names,
    visibility: async () =>
      names ? visibilityOf(await auth.getOwnServiceCredentials()) : nothing,
  });
  return {
    part: {
      routes: createDigestRoutes(service),
      tasks: [createDigestTask(sender)],
    },
  };
}

function createDigestTask(sender: DigestSender): Task {
  return {
    id: 'digest',
    frequency: { minutes: 1 },
    timeout: { minutes: 10 },
    initialDelay: { seconds: 25 },
    run: signal => sender.send(signal),
  };
}
