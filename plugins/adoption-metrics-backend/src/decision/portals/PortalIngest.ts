import { createHash } from 'node:crypto';
import {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  InputError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  MOST_PORTAL_FAULTS,
  PortalActivityOutcome,
} from 'backstage-plugin-adoption-metrics-common';
import { ParsedBodyOf } from 'backstage-plugin-adoption-metrics-common/contract';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Knex } from 'knex';
import { describeDatabaseError, retryTransient } from '../../database';
import { isSubject, subjectOf, TooManyRequestsError } from '../../http';
import {
  isGuest,
  PeopleStore,
  Pseudonymizer,
  SecretLinker,
} from '../../people';
import {
  AgreedClock,
  DAY_MS,
  formatDay,
  Interval,
  parseDay,
  ReportingZone,
  SECOND_MS,
} from '../../time';
import { WINDOW_DAYS } from '../../activity';
import { PortalConfig } from './config';
import { BatchFault, ReadBatch, ReportedDay } from './PortalDays';
import { PortalMeasurer } from './PortalMeasurer';
import { PortalRollups } from './PortalRollups';
import { PortalStore, StoredDay } from './PortalStore';
import { readDays, readTable } from './readBatch';
import { UserDirectory } from './UserDirectory';

/** What one portal may report in a day, UTC. */
const MOST = { batches: 1_000, people: 2_000_000 };

/** For how long a batch waits for its numbers, in ms. */
const LONGEST_MEASURE_MS = 2_000;

/** Requests of one token that are read at the same time. */
const MOST_AT_ONCE = 2;

/** A batch whose people are known as far as the catalog knows them. */
interface ResolvedBatch {
  days: Array<{ day: ReportedDay; pseudonyms: string[] }>;
  accepted: number;
  unknown: number;
  rejected: number;
  faults: BatchFault[];
}

/** What was sent for a portal. */
interface SentActivity {
  id: string;
  query: { batchId?: string; from?: string; to?: string };
  body: ParsedBodyOf<'POST /portals/{id}/activity'>;
}

/** Takes what other portals report, each batch once. */
export class PortalIngest {
  readonly #underWay = new Map<string, number>();

  constructor(
    private readonly options: {
      knex: Knex;
      zone: ReportingZone;
      clock: Clock & Partial<Pick<AgreedClock, 'isSet'>>;
      logger: Pick<LoggerService, 'warn'>;
      portals: PortalConfig[];
      store: PortalStore;
      rollups: PortalRollups;
      measurer: Pick<PortalMeasurer, 'run'>;
      directory: UserDirectory;
      people: Pick<PeopleStore, 'admit'>;
      pseudonymize: Pseudonymizer;
      linker: Pick<SecretLinker, 'link' | 'isDone'>;
      /** Days for which activity is kept. */
      keepDays: number;
    },
  ) {}

  /**
   * Lets a request in before its body is read.
   *
   * @returns to be called once the request is over
   * @throws NotAllowedError for a token that reports no portal at all;
   * TooManyRequestsError while others of it are read
   */
  enter(credentials: BackstageCredentials): () => void {
    const subject = subjectOf(credentials);
    if (!this.options.portals.some(portal => reports(subject, portal))) {
      throw notBound();
    }
    const underWay = this.#underWay.get(subject) ?? 0;
    if (underWay >= MOST_AT_ONCE) {
      throw new TooManyRequestsError(
        `${MOST_AT_ONCE} batches of this token are in progress; wait for a response before sending more`,
        1,
      );
    }
    this.#underWay.set(subject, underWay + 1);
    return () => {
      this.#underWay.set(subject, (this.#underWay.get(subject) ?? 1) - 1);
    };
  }

  /**
   * Stores a batch, with its id, in one transaction. A batch that was stored
   * before adds nothing and gets its first answer again.
   *
   * @throws NotAllowedError unless the token is bound to the portal; InputError
   * if the batch is no batch; TooManyRequestsError beyond the budget of the day
   */
  async take(
    credentials: BackstageCredentials,
    sent: SentActivity,
  ): Promise<PortalActivityOutcome> {
    const portal = this.options.portals.find(({ id }) => id === sent.id);
    if (!portal || !reports(subjectOf(credentials), portal)) {
      throw notBound();
    }
    this.#assertTimeIsKnown();
    const at = this.options.clock.now();
    const batchId = batchIdOf(sent);
    const read = await this.#read(sent, portal, at);
    const resolved = await this.#resolve(read, portal);
    const outcome: PortalActivityOutcome = {
      batchId,
      portal: portal.id,
      days: resolved.days.length,
      accepted: resolved.accepted,
      unknown: resolved.unknown,
      rejected: resolved.rejected,
      faults: resolved.faults.slice(0, MOST_PORTAL_FAULTS),
    };
    const answer = await retryTransient(() =>
      this.options.knex.transaction(tx =>
        this.#store(tx, { portal, at, outcome, resolved }),
      ),
    );
    await this.#measure();
    return answer;
  }

  // So that whoever reads next sees it; what takes longer is left to the task.
  async #measure(): Promise<void> {
    try {
      await this.options.measurer.run(AbortSignal.timeout(LONGEST_MEASURE_MS));
    } catch (error) {
      this.options.logger.warn(
        `Active users of other portals will be measured later: ${describeDatabaseError(
          error,
        )}`,
      );
    }
  }

  async #read(
    { body, query }: SentActivity,
    portal: PortalConfig,
    at: number,
  ): Promise<ReadBatch> {
    const { zone } = this.options;
    const open = { zone, days: this.#openDays(portal, at) };
    const read =
      body.csv === undefined
        ? await readDays(body.days ?? [], open)
        : await readTable(body.csv, open);
    return { ...read, days: withWhole(read.days, wholeDays(query, open.days)) };
  }

  /** The days that may be reported: whole windows of them are kept. */
  #openDays({ since = -Infinity }: PortalConfig, at: number): Interval {
    const { zone, keepDays } = this.options;
    const today = zone.dayOf(at);
    const kept = today - keepDays + WINDOW_DAYS;
    return { from: Math.max(kept, since), to: today + 1 };
  }

  async #resolve(
    { days, ...read }: ReadBatch,
    portal: PortalConfig,
  ): Promise<ResolvedBatch> {
    const { directory, pseudonymize, linker } = this.options;
    const names = new Set(
      days.flatMap(({ people }) => people.map(({ name }) => name)),
    );
    const refs = await directory.find(names, portal);
    if (!linker.isDone) {
      await linker.link([...new Set(refs.values())]);
    }
    const faults = [...read.faults];
    let { rejected } = read;
    let [accepted, unknown] = [0, 0];
    const resolved = days.map(day => {
      const pseudonyms = new Set<string>();
      for (const { at, name } of day.people) {
        const ref = refs.get(name);
        const fault = faultOf(name, ref, portal);
        if (fault) {
          faults.push({ at, ...fault });
          rejected++;
        } else if (ref === undefined) {
          unknown++;
        } else {
          pseudonyms.add(pseudonymize(ref));
        }
      }
      accepted += pseudonyms.size;
      return { day, pseudonyms: [...pseudonyms] };
    });
    return { days: resolved, accepted, unknown, rejected, faults };
  }

  async #store(
    tx: Knex,
    batch: {
      portal: PortalConfig;
      at: number;
      outcome: PortalActivityOutcome;
      resolved: ResolvedBatch;
    },
  ): Promise<PortalActivityOutcome> {
    const { portal, at, outcome, resolved } = batch;
    const { store, rollups, people } = this.options;
    const { batchId } = outcome;
    const portalId = portal.id;
    const known = { portalId, batchId, receivedAt: at, outcome };
    const earlier = await store.claim(tx, known);
    if (earlier) {
      return earlier;
    }
    await this.#assertBudget(tx, portalId, at);
    const ids = await people.admit(
      resolved.days.flatMap(({ pseudonyms }) => pseudonyms),
      tx,
    );
    const days = resolved.days.map(
      ({ day: { day, feedback }, pseudonyms }): StoredDay => ({
        day,
        feedback,
        personIds: distinct(pseudonyms.flatMap(each => ids.get(each) ?? [])),
      }),
    );
    await store.add(tx, { portalId, days, at });
    await rollups.markLate(
      portalId,
      days.map(({ day }) => day),
      tx,
    );
    return outcome;
  }

  // The batch itself is among what is counted.
  async #assertBudget(tx: Knex, portalId: string, at: number): Promise<void> {
    const today = Math.floor(at / DAY_MS) * DAY_MS;
    const spent = await this.options.store.spentSince(tx, portalId, today);
    if (spent.batches > MOST.batches || spent.people > MOST.people) {
      const seconds = Math.ceil((today + DAY_MS - at) / SECOND_MS);
      const [batches, people] = [MOST.batches, MOST.people].map(most =>
        most.toLocaleString('en-US'),
      );
      throw new TooManyRequestsError(
        `The budget of ${batches} batches and ${people} people a day is used up; try again after midnight UTC, in ${seconds} s`,
        seconds,
      );
    }
  }

  #assertTimeIsKnown(): void {
    if (this.options.clock.isSet === false) {
      throw new ServiceUnavailableError(
        'The server clock is being checked; send the batch again in a few minutes',
      );
    }
  }
}

function reports(subject: string, portal: PortalConfig): boolean {
  return portal.subject !== undefined && isSubject(portal.subject, subject);
}

// The same for every id: which portals there are is no business of a token.
function notBound(): NotAllowedError {
  return new NotAllowedError(
    'This token is not allowed to report the activity of that portal; adoptionMetrics.decision.portals assigns a token subject to each portal',
  );
}

/** By default of what is sent, so that sending the same again is free. */
function batchIdOf({ id, query, body }: SentActivity): string {
  if ((body.days === undefined) === (body.csv === undefined)) {
    throw new InputError(
      "the body must have either 'days' or 'csv'; expected a list of days or a table",
    );
  }
  if (query.batchId !== undefined && body.batchId !== undefined) {
    throw new InputError("'batchId' is given twice; expected one value");
  }
  const given = body.batchId ?? query.batchId;
  if (
    given !== undefined &&
    !/^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/.test(given)
  ) {
    throw new InputError(
      "'batchId' is invalid; expected ids of up to 64 letters, digits, dots, colons, dashes and underscores",
    );
  }
  const { from, to } = query;
  const content = JSON.stringify([id, body.days, body.csv, from, to]);
  return given ?? createHash('sha256').update(content).digest('hex');
}

/**
 * The days that are reported as a whole.
 *
 * @throws InputError if they are not among those that may be reported
 */
function wholeDays(
  { from, to }: SentActivity['query'],
  open: Interval,
): Interval {
  if (from === undefined && to === undefined) {
    return { from: 0, to: 0 };
  }
  if (from === undefined || to === undefined) {
    throw new InputError(
      "'from' and 'to' belong together; expected both or neither",
    );
  }
  const days = { from: parseDay(from)!, to: parseDay(to)! };
  if (days.from >= days.to || days.from < open.from || days.to > open.to) {
    throw new InputError(
      `'from' is '${from}' and 'to' is '${to}', which is exclusive; expected ranges from ${formatDay(
        open.from,
      )} to ${formatDay(open.to)}`,
    );
  }
  return days;
}

function withWhole(days: ReportedDay[], whole: Interval): ReportedDay[] {
  const known = new Set(days.map(({ day }) => day));
  const added: ReportedDay[] = [];
  for (let day = whole.from; day < whole.to; day++) {
    if (!known.has(day)) {
      added.push({ day, people: [] });
    }
  }
  return [...days, ...added].sort((a, b) => a.day - b.day);
}

/** Why nothing is kept of somebody whoever is in the catalog. */
function faultOf(
  name: string,
  ref: string | undefined,
  { mapBy }: PortalConfig,
): Omit<BatchFault, 'at'> | undefined {
  if (isGuest(ref ?? name)) {
    return {
      code: 'person-guest',
      message:
        'is a guest, who cannot be identified; expected people who signed in',
    };
  }
  const isRef = /^user:[^:/\s]+\/[^:/\s]+$/i.test(name);
  return ref === undefined && mapBy === 'ref' && !isRef
    ? {
        code: 'person-invalid',
        message:
          'is not a user; expected full entity refs such as user:default/ada',
      }
    : undefined;
}

function distinct(ids: number[]): number[] {
  return [...new Set(ids)];
}
