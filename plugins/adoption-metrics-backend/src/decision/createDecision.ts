import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Knex } from 'knex';
import { UseReporter } from '../activity';
import { DeliveryStore } from '../alerts';
import { DeadlineStore } from '../deadline';
import { PageLoadStore } from '../pageLoad';
import { Part } from '../parts';
import { DeveloperStore, TeamStore } from '../people';
import { ScorecardReporter } from '../scorecard';
import { ReportingZone } from '../time';
import { createChecklist } from './checklist';
import { ConfiguredConditions } from './config';
import { createProofs, OwnActivity } from './proofs';
import file from './published/published.json';
import { publishedSchema } from './published/schema';

/** Says what a portal that is stuck can do, and which options it has. */
export function createDecision(handles: {
  knex: Knex;
  zone: ReportingZone;
  clock: Clock;
  conditions: ConfiguredConditions;
  pageLoads: PageLoadStore;
  use: UseReporter;
  teams: TeamStore;
  developers: DeveloperStore;
  deadlines: DeadlineStore;
  deliveries: DeliveryStore;
  scorecard: ScorecardReporter;
  /** Share of developers who have to be active. */
  target: number;
  minimumGroupSize: number;
  /** Days for which activity is kept. */
  keepDays: number;
}) {
  const { knex, zone, clock, conditions, scorecard } = handles;
  const { pageLoads, use, deadlines, deliveries } = handles;
  const { teams, developers, target, minimumGroupSize, keepDays } = handles;

  const checklist = createChecklist({
    zone,
    clock,
    conditions,
    pageLoads,
    use,
    deadlines,
    deliveries,
    scorecard,
  });

  const published = publishedSchema.parse(file);
  const proofs = createProofs({
    knex,
    zone,
    clock,
    teams,
    deadlines,
    published: { read: async () => published },
    activity: new OwnActivity(knex),
    thisPortal: 'this',
    currency: published.currency,
    target,
    minimumGroupSize,
    keepDays,
    countDevelopers: async () =>
      (await developers.countToTell(zone.dayOf(clock.now())))?.developers,
  });

  const parts: Part[] = [checklist.part, proofs.part];
  return { parts };
}
