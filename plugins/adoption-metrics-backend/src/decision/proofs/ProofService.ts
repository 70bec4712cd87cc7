import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  MOST_PROOF_CANDIDATES,
  ProofFeedbackRequest,
} from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { notAccepted, Visibility } from '../../http';
import { Day, formatDay, Interval, parseDay, ReportingZone } from '../../time';
import { PortalActivity } from './PortalActivity';
import { PlannedCandidate, ProofPlan, StoredProof } from './Proof';
import { ProofDefaults } from './ProofDefaults';
import { ProofStore } from './ProofStore';
import { ParsedProofRequest } from './requests';
import { ProofSchedule, scheduleOf, scheduleOfProof } from './schedule';
import { CheckedTeam, TeamCheck } from './TeamCheck';
import { TeamNotifier } from './TeamNotifier';

/** Nobody plans further ahead. */
const DAYS_AHEAD = 366;

/** Whoever asks: what they may see, and under which name they act. */
export interface Caller {
  visibility: Visibility;
  signature: string;
}

/** Plans proofs of concept, and keeps who tries what once they begin. */
export class ProofService {
  constructor(
    private readonly handles: {
      clock: Clock;
      zone: ReportingZone;
      proofs: ProofStore;
      teams: TeamCheck;
      notifier: TeamNotifier;
      activity: PortalActivity;
      defaults: ProofDefaults;
      minimumGroupSize: number;
      /** Days for which activity is kept. */
      keepDays: number;
    },
  ) {}

  /** @throws NotFoundError */
  async find(id: number): Promise<StoredProof> {
    const proof = await this.handles.proofs.find(id);
    if (!proof) {
      throw new NotFoundError(`Proof of concept ${id} was not found`);
    }
    return proof;
  }

  /** @throws InputError if a team is too small, or something is not known */
  async plan(
    request: ParsedProofRequest,
    caller: Caller,
  ): Promise<StoredProof> {
    const { proofs } = this.handles;
    const plan = await this.#planOf(request, caller);
    const id = await proofs.add(plan, this.#act(caller));
    await this.readTeams();
    return this.find(id);
  }

  /** @throws ConflictError once it has started */
  async change(
    id: number,
    request: ParsedProofRequest,
    caller: Caller,
  ): Promise<StoredProof> {
    const { proofs } = this.handles;
    const { start } = await this.find(id);
    const today = this.#today();
    const started = new ConflictError(
      `Proof of concept ${id} started on ${formatDay(
        start,
      )} and can no longer be changed; delete it and plan a new one`,
    );
    if (start <= today) {
      throw started;
    }
    const plan = await this.#planOf(request, caller, id);
    if (!(await proofs.change(id, plan, { ...this.#act(caller), today }))) {
      throw started;
    }
    await this.readTeams();
    return this.find(id);
  }

  async setFeedback(
    id: number,
    { candidate, feedback }: ProofFeedbackRequest,
    caller: Caller,
  ): Promise<StoredProof> {
    const { candidates } = await this.find(id);
    if (!candidates.some(({ position }) => position === candidate)) {
      const accepted = candidates.map(({ position }) => position).join(', ');
      throw notAccepted('candidate', candidate, accepted, 'body');
    }
    await this.handles.proofs.setFeedback(
      { proofId: id, position: candidate },
      feedback ? { ...feedback, ...this.#act(caller) } : undefined,
    );
    return this.find(id);
  }

  /** @throws NotFoundError */
  async remove(id: number): Promise<void> {
    const { proofs, clock } = this.handles;
    const proof = await this.find(id);
    await proofs.remove(proof, { at: clock.now(), today: this.#today() });
  }

  /**
   * Keeps who tries each candidate of what has begun, and notifies them. Safe to
   * run twice.
   */
  async readTeams(signal = new AbortController().signal): Promise<void> {
    const { proofs, teams, notifier } = this.handles;
    const day = this.#today();
    for (const candidate of await proofs.unread(day)) {
      signal.throwIfAborted();
      const { proofId, position, teamRef, title } = candidate;
      const proof = await this.find(proofId);
      const days = scheduleOfProof(proof).trials[position - 1];
      const { personIds, mayCount } = await teams.read({
        entityRef: teamRef,
        days,
      });
      const isCounted = await proofs.freeze(candidate, {
        day,
        personIds,
        mayCount,
      });
      if (isCounted && day < days.to) {
        await notifier.notify({ teamRef, title, days }, signal);
      }
    }
  }

  #today(): Day {
    return this.handles.zone.dayOf(this.handles.clock.now());
  }

  #act({ signature }: Caller) {
    return { at: this.handles.clock.now(), by: signature };
  }

  async #planOf(
    request: ParsedProofRequest,
    { visibility }: Caller,
    proofId?: number,
  ): Promise<ProofPlan> {
    const defaults = await this.handles.defaults.read();
    const {
      mode,
      weeks = defaults.weeks,
      evaluationWeeks = defaults.evaluationWeeks,
    } = request;
    const start = this.#startOf(request);
    const schedule = scheduleOf({
      start,
      mode,
      weeks,
      evaluationWeeks,
      candidates: request.candidates.length,
    });
    const { evaluation } = schedule;
    this.#assertLength(evaluation.to - start);
    const candidates = await this.#candidatesOf(request, {
      visibility,
      schedule,
      proofId,
    });
    const { goal } = defaults;
    return {
      mode,
      start,
      end: evaluation.to,
      weeks,
      evaluationWeeks,
      goal,
      candidates,
    };
  }

  #startOf(request: ParsedProofRequest): Day {
    const start = parseDay(request.start)!;
    const today = this.#today();
    const { keepDays } = this.handles;
    const [first, last] = [today - keepDays + 1, today + DAYS_AHEAD];
    if (start < first || start > last) {
      const accepted = `days from ${formatDay(first)} to ${formatDay(last)}`;
      throw notAccepted('start', request.start, accepted, 'body');
    }
    return start;
  }

  // What it began with would be deleted before it is over.
  #assertLength(days: number): void {
    const { keepDays } = this.handles;
    if (days > keepDays) {
      const accepted = `plans of up to ${keepDays} days, for which activity is kept`;
      throw notAccepted('weeks', `${days} days in all`, accepted, 'body');
    }
  }

  async #candidatesOf(
    { candidates }: ParsedProofRequest,
    given: {
      visibility: Visibility;
      schedule: ProofSchedule;
      proofId: number | undefined;
    },
  ): Promise<PlannedCandidate[]> {
    const readable = await given.visibility.readable(
      candidates.map(({ team }) => team),
    );
    const planned: PlannedCandidate[] = [];
    for (const [index, candidate] of candidates.entries()) {
      const at = `candidates.${index}`;
      const title = this.#titleOf(candidate, at);
      if (planned.some(isAlike({ title, portal: candidate.portal }))) {
        const accepted = `up to ${MOST_PROOF_CANDIDATES} candidates, each once`;
        throw notAccepted(at, title, accepted, 'body');
      }
      planned.push({
        portal: candidate.portal,
        title,
        team: await this.#teamOf(candidate, {
          at: `${at}.team`,
          isReadable: readable.has(candidate.team),
          days: given.schedule.trials[index],
          proofId: given.proofId,
        }),
        costPerYear: candidate.costPerYear,
      });
    }
    return planned;
  }

  #titleOf(
    { portal, title }: ParsedProofRequest['candidates'][number],
    at: string,
  ): string {
    const { activity } = this.handles;
    if (portal === undefined) {
      if (title === undefined) {
        const accepted = 'candidates with a portal or a title';
        throw notAccepted(at, {}, accepted, 'body');
      }
      return title;
    }
    const known = activity.titleOf(portal);
    if (known === undefined) {
      const accepted = 'ids that GET /portals answers';
      throw notAccepted(`${at}.portal`, portal, accepted, 'body');
    }
    return title ?? known;
  }

  async #teamOf(
    { team: entityRef, portal }: ParsedProofRequest['candidates'][number],
    given: {
      at: string;
      isReadable: boolean;
      days: Interval;
      proofId: number | undefined;
    },
  ): Promise<PlannedCandidate['team']> {
    const { teams, minimumGroupSize } = this.handles;
    const { at, isReadable, days, proofId } = given;
    const team: CheckedTeam = isReadable
      ? await teams.check({ entityRef, portal, days, proofId })
      : { fault: 'unknown' };
    if (team.fault) {
      const accepted = acceptedTeams(team.fault, minimumGroupSize);
      throw notAccepted(at, entityRef, accepted, 'body');
    }
    return { entityRef, name: team.name };
  }
}

function acceptedTeams(
  fault: NonNullable<CheckedTeam['fault']>,
  minimumGroupSize: number,
): string {
  switch (fault) {
    case 'unknown':
      return 'groups of the catalog, which is read every five minutes';
    case 'small':
      return `groups with at least ${minimumGroupSize} members who are counted as developers, so that no one can be singled out`;
    default:
      return `groups that set no fewer than ${minimumGroupSize} people apart from all developers, and from each team that tries or has tried the same portal on these days, also in a proof of concept that was deleted`;
  }
}

function isAlike(candidate: { title: string; portal?: string }) {
  return (other: PlannedCandidate) =>
    other.title === candidate.title ||
    (candidate.portal !== undefined && other.portal === candidate.portal);
}
