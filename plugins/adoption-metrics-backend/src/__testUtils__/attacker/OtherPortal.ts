import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { Proof } from 'backstage-plugin-adoption-metrics-common';
import { Knex } from 'knex';
import { createPortals } from '../../decision/portals';
import { PortalRollups } from '../../decision/portals/PortalRollups';
import { createProofs } from '../../decision/proofs';
import { seededRandom } from '../../deadline/forecast/random';
import { serveRoutes } from '../../http/__testUtils__/serveRoutes';
import { Assembled } from '../../internals/assemble';
import { Day, formatDay, parseDay } from '../../time';

/** The id of the portal. */
export const OTHER = 'other';

const unused = {} as never;
const never = new AbortController().signal;

/** How often things happen, a day. */
const PLANS = 0.5;
const REMOVES = 0.1;

/** On which days the number of some people who used the portal is shown. */
export interface ShownTrial {
  from: Day;
  members: number[];
  /** How many have used it since, by day. */
  active: Map<Day, number>;
}

/**
 * A portal that reports who used it, and that teams try: as often as they may,
 * on whichever days. Some proofs of concept are deleted again.
 */
export class OtherPortal {
  readonly #random: () => number;
  readonly #part: ReturnType<typeof createPortals>['part'];
  readonly #server: ReturnType<typeof serveRoutes>;
  readonly #trials = new Map<number, ShownTrial>();
  readonly #eagerness = new Map<number, number>();
  /** Those of deleted proofs of concept as well. */
  readonly trials: ShownTrial[] = [];

  constructor(
    private readonly knex: Knex,
    portal: Assembled,
    private readonly teams: string[],
    seed: number,
  ) {
    this.#random = seededRandom(seed);
    const { clock, zone, settings } = portal;
    const { samples } = portal.samplesFolder;
    const { activity, periods, use, part } = portal.activity;
    const { developers, people, pseudonymize, linker } = portal.people;
    const base = { knex, clock, zone, logger: unused };
    const portals = createPortals({
      ...base,
      settings,
      auth: unused,
      catalog: unused,
      people,
      pseudonymize,
      linker,
      samples,
      activity,
      periods,
      use,
      scorecard: portal.scorecard.reporter,
      headCount: undefined,
      keepDays: 396,
      title: 'This portal',
      portals: [{ id: OTHER, title: 'Another', mapBy: 'ref', names: {} }],
    });
    const proofs = createProofs({
      ...base,
      notifications: { send: async () => {} },
      teams: portal.people.teams,
      developers,
      deadlines: portal.deadline.deadlines,
      published: { read: async () => ({ numbers: {} }) },
      activity: portals.portalActivity,
      thisPortal: 'this',
      currency: 'USD',
      target: 0.3,
      minimumGroupSize: portal.config.minimumGroupSize,
      keepDays: 396,
    });
    this.#part = portals.part;
    this.#server = serveRoutes(
      { ...part.routes, ...portals.part.routes, ...proofs.part.routes },
      { entities: teams.map(entityOf) },
    );
  }

  /** Someone plans proofs of concept, and reads or deletes those there are. */
  async live(day: Day): Promise<void> {
    for (const id of this.#trials.keys()) {
      await this.#read(id);
      if (this.#happens(REMOVES)) {
        await this.#server.delete(`/decision/proofs/${id}`);
        this.#trials.delete(id);
      }
    }
    // The first is long, so that all others share days with it.
    const isFirst = this.trials.length === 0;
    if (isFirst || this.#happens(PLANS)) {
      await this.#plan(day, isFirst ? 10 : 2);
    }
  }

  /** Who of some people used it on a day. */
  async report(day: Day, personIds: number[]): Promise<void> {
    const used = personIds.filter(id => {
      const eagerness = this.#eagerness.get(id) ?? this.#random() ** 3;
      this.#eagerness.set(id, eagerness);
      return this.#happens(0.4 * eagerness);
    });
    await this.knex.transaction(async tx => {
      const reported = { day, portal_id: OTHER, reported_at: 0 };
      await tx('portal_days').insert(reported);
      if (used.length > 0) {
        await tx('portal_person_days').insert(
          used.map(id => ({ day, portal_id: OTHER, person_id: id })),
        );
      }
      await new PortalRollups(this.knex).markLate(OTHER, [day], tx);
    });
  }

  /** Measures all that was reported. */
  async measure(): Promise<void> {
    await this.#part.tasks![0].run(never);
  }

  async ask<T>(path: string): Promise<T | undefined> {
    const { status, body } = await this.#server.get(path);
    return status === 200 ? body : undefined;
  }

  async #plan(day: Day, weeks: number): Promise<void> {
    const team = this.teams[Math.floor(this.#random() * this.teams.length)];
    const { status, body } = await this.#server.post('/decision/proofs').send({
      start: formatDay(day),
      weeks,
      evaluationWeeks: 1,
      candidates: [{ portal: OTHER, team }],
    });
    if (status === 200) {
      const members: number[] = await this.knex('proof_members')
        .where({ proof_id: body.id })
        .pluck('person_id');
      const trial = { from: day, members, active: new Map() };
      this.#trials.set(body.id, trial);
      this.trials.push(trial);
    }
  }

  async #read(id: number): Promise<void> {
    const proof = await this.ask<Proof>(`/decision/proofs/${id}`);
    const trial = this.#trials.get(id)!;
    for (const { day, active } of proof!.candidates[0].byDay) {
      if (active !== null) {
        trial.active.set(parseDay(day)!, active);
      }
    }
  }

  #happens(probability: number): boolean {
    return this.#random() < probability;
  }
}

/** A group as the catalog has it. */
export function entityOf(ref: string): Entity {
  const { kind, namespace, name } = parseEntityRef(ref);
  const metadata = { namespace, name };
  return { apiVersion: 'backstage.io/v1alpha1', kind, metadata };
}
