import { LoggerService } from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Knex } from 'knex';
import { DeadlineStore } from '../../deadline';
import { DeveloperStore, TeamStore } from '../../people';
import { ReportingZone } from '../../time';
import { PortalActivity } from './PortalActivity';
import { ProofDefaults, PublishedWeeks } from './ProofDefaults';
import { ProofParticipation } from './ProofParticipation';
import { ProofReporter } from './ProofReporter';
import { ProofService } from './ProofService';
import { proofPersonTables, ProofStore } from './ProofStore';
import { proofRetention } from './retention';
import { createProofRoutes } from './routes';
import { TeamCheck } from './TeamCheck';
import { TeamNotifier } from './TeamNotifier';
import { proofTimes } from './times';

/**
 * Has teams try candidates, and compares what became of it.
 *
 * @param handles.activity - who used which portal
 * @param handles.thisPortal - the id of this portal
 * @param handles.target - share of developers, where there is no deadline
 * @param handles.keepDays - days for which activity is kept
 */
export function createProofs(handles: {
  knex: Knex;
  zone: ReportingZone;
  clock: Clock;
  logger: LoggerService;
  notifications: NotificationService;
  teams: TeamStore;
  developers: DeveloperStore;
  deadlines: DeadlineStore;
  published: PublishedWeeks;
  activity: PortalActivity;
  thisPortal: string;
  currency: string;
  target: number;
  minimumGroupSize: number;
  keepDays: number;
}) {
  const { knex, zone, clock, logger, notifications } = handles;
  const { teams, developers, deadlines, published } = handles;
  const { activity, thisPortal, currency } = handles;
  const { target, minimumGroupSize, keepDays } = handles;
  const today = () => zone.dayOf(clock.now());
  const proofs = new ProofStore(knex, () => today() - keepDays + 1);
  const defaults = new ProofDefaults({
    published,
    deadlines,
    target,
    minimumGroupSize,
  });
  const service = new ProofService({
    clock,
    zone,
    proofs,
    teams: new TeamCheck({ teams, developers, proofs, minimumGroupSize }),
    notifier: new TeamNotifier({ notifications, logger }),
    activity,
    defaults,
    minimumGroupSize,
    keepDays,
  });
  const reporter = new ProofReporter({
    clock,
    zone,
    proofs,
    activity,
    defaults,
    thisPortal,
    currency,
    countDevelopers: async () =>
      (await developers.countToShow(today()))?.developers,
  });
  return {
    part: {
      routes: createProofRoutes({ service, reporter }),
      tasks: [teamTask(service)],
      retention: proofRetention,
      times: proofTimes,
      personalData: {
        tables: proofPersonTables,
        signedActs: [proofs],
        participation: new ProofParticipation(proofs),
      },
    },
  };
}

function teamTask(service: ProofService) {
  return {
    id: 'proofs',
    frequency: { minutes: 5 },
    timeout: { minutes: 5 },
    initialDelay: { minutes: 2 },
    run: (signal: AbortSignal) => service.readTeams(signal),
  };
}
