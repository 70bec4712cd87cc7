import {
  Proof,
  ProofCandidate,
  Proofs,
} from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import {
  Day,
  formatDay,
  formatInstant,
  Interval,
  ReportingZone,
} from '../../time';
import { judgeProof, stateOf } from './judgeProof';
import { Measured, measureCandidate } from './measureCandidate';
import { PortalActivity } from './PortalActivity';
import { Feedback, SignedAct, StoredCandidate, StoredProof } from './Proof';
import { ProofDefaults } from './ProofDefaults';
import { ProofStore } from './ProofStore';
import { ProofSchedule, scheduleOfProof } from './schedule';
import { CautiousCandidate, warningsOf } from './warningsOf';

/** The version changes with what is counted or compared. */
const DEFINITION = {
  version: 1,
  text: 'Counts the members at the start of the trial who have used the portal since, on closed days. The winner reached the goal in the fewest days. A tie is decided by the lower yearly cost per active developer, projected to all developers, then by better feedback.',
};

/** What a candidate has come to. */
interface Known {
  stored: StoredCandidate;
  days: Interval;
  members: number[];
  /** Undefined while it cannot be known, for a reason. */
  measured: Measured | undefined;
  unknown: NonNullable<ProofCandidate['unknown']> | undefined;
  feedback: (Feedback & Partial<SignedAct>) | undefined;
  costPerActiveDeveloper: number | undefined;
}

/** Says what became of proofs of concept. */
export class ProofReporter {
  constructor(
    private readonly sources: {
      clock: Clock;
      zone: ReportingZone;
      proofs: ProofStore;
      activity: PortalActivity;
      defaults: ProofDefaults;
      /** Id of this portal. */
      thisPortal: string;
      currency: string;
      /** How many developers there are; undefined while unknown. */
      countDevelopers(): Promise<number | undefined>;
    },
  ) {}

  async list(mayChange: boolean): Promise<Proofs> {
    const { clock, zone, proofs, defaults } = this.sources;
    const now = clock.now();
    const stored = await proofs.list();
    return {
      computedAt: formatInstant(now),
      timeZone: zone.name,
      mayChange,
      defaults: await defaults.read(),
      proofs: stored.map(proof => ({
        ...summaryOf(proof, zone.dayOf(now)),
        candidates: proof.candidates.map(({ title }) => title),
      })),
    };
  }

  async report(proof: StoredProof, mayChange: boolean): Promise<Proof> {
    const { clock, zone, currency, defaults } = this.sources;
    const now = clock.now();
    const today = zone.dayOf(now);
    const schedule = scheduleOfProof(proof);
    const known = await this.#known(proof, { schedule, today });
    const state = stateOf(schedule, today);
    const judged = judgeProof(known.map(comparedOf), {
      state,
      schedule,
      goal: proof.goal,
    });
    const { minimumGroupSize } = await defaults.read();
    return {
      ...summaryOf(proof, today),
      computedAt: formatInstant(now),
      timeZone: zone.name,
      currency,
      weeks: proof.weeks,
      evaluationWeeks: proof.evaluationWeeks,
      goal: proof.goal,
      minimumGroupSize,
      mayChange,
      plannedBy: proof.planned.by ?? null,
      plannedAt: formatInstant(proof.planned.at),
      definition: DEFINITION,
      evaluation: formatDays(schedule.evaluation),
      candidates: known.map(each => this.#format(each)),
      result: {
        outcome: judged.outcome,
        candidates: judged.candidates,
        decidedBy: judged.decidedBy ?? null,
        sentence: judged.sentence,
      },
      warnings: warningsOf(
        known.map(each => this.#cautious(each)),
        { state, start: proof.start },
      ),
    };
  }

  async #known(
    proof: StoredProof,
    { schedule, today }: { schedule: ProofSchedule; today: Day },
  ): Promise<Known[]> {
    const { proofs, countDevelopers } = this.sources;
    const members = await proofs.members(proof.id);
    const developers = await countDevelopers();
    return Promise.all(
      proof.candidates.map(async (stored, index) => {
        const days = schedule.trials[index];
        const team = members.get(stored.position) ?? [];
        const unknown = this.#unknownOf(stored, { days, today });
        const measured = unknown
          ? undefined
          : await this.#measure(stored, {
              members: team,
              goal: proof.goal,
              days,
              today,
            });
        return {
          stored,
          days,
          members: team,
          measured,
          unknown: unknown ?? unreported(stored, measured),
          feedback: await this.#feedback(stored, {
            from: days.from,
            to: proof.end,
          }),
          costPerActiveDeveloper: costPerActive(stored, measured, developers),
        };
      }),
    );
  }

  /** Why it cannot be known who used it. */
  #unknownOf(
    { title, portal, size, teamReadOn }: StoredCandidate,
    { days, today }: { days: Interval; today: Day },
  ): Known['unknown'] {
    if (portal === undefined) {
      return {
        code: 'no-portal',
        sentence: `No portal is set for ${title}.`,
      };
    }
    if (this.sources.activity.titleOf(portal) === undefined) {
      return {
        code: 'portal-removed',
        sentence: `The portal ${portal} is no longer configured.`,
      };
    }
    if (today <= days.from) {
      return {
        code: 'not-begun',
        sentence: 'The first day of its trial is not over yet.',
      };
    }
    if (teamReadOn === undefined) {
      return {
        code: 'team-not-read',
        sentence: 'Its team members have not been read from the catalog yet.',
      };
    }
    return size === undefined
      ? {
          code: 'team-not-counted',
          sentence:
            'Its team had too few members at the start, or set too few people apart from another one that tries the same portal.',
        }
      : undefined;
  }

  async #measure(
    { portal, size }: StoredCandidate,
    trial: { members: number[]; goal: number; days: Interval; today: Day },
  ): Promise<Measured> {
    const { activity } = this.sources;
    const { members, goal, days, today } = trial;
    const first = await activity.firstActiveDays(portal!, members, days);
    return measureCandidate({
      days,
      today,
      goal,
      size: size!,
      firstDays: first.values(),
      reported: await activity.reportedDays(portal!, days),
    });
  }

  async #feedback({ portal, feedback }: StoredCandidate, days: Interval) {
    const { activity } = this.sources;
    return feedback ?? (portal ? activity.feedback(portal, days) : undefined);
  }

  #format(known: Known): Proof['candidates'][number] {
    const { stored, days, measured, unknown, feedback } = known;
    const { active } = measured ?? {};
    return {
      id: stored.position,
      title: stored.title,
      portal: stored.portal ?? null,
      triedBy: { id: stored.team.entityRef, name: stored.team.name },
      ...formatDays(days),
      size: stored.size ?? null,
      teamReadOn: optionalDay(stored.teamReadOn),
      needed: measured?.needed ?? null,
      active: active ?? null,
      share: active === undefined ? null : active / stored.size!,
      goalReachedOn: optionalDay(measured?.goalReachedOn),
      daysToGoal: measured?.daysToGoal ?? null,
      lastReportedDay: optionalDay(measured?.lastReportedDay),
      missingDays: measured?.missingDays ?? 0,
      unknown: unknown ?? null,
      byDay: (measured?.byDay ?? []).map(each => ({
        day: formatDay(each.day),
        active: each.active ?? null,
      })),
      feedback: feedback
        ? {
            score: feedback.score,
            answers: feedback.answers,
            source: feedback.at === undefined ? 'reported' : 'entered',
            by: feedback.by ?? null,
            at: feedback.at === undefined ? null : formatInstant(feedback.at),
          }
        : null,
      costPerYear: stored.costPerYear ?? null,
      costPerActiveDeveloper: known.costPerActiveDeveloper ?? null,
    };
  }

  #cautious({ stored, measured, members }: Known): CautiousCandidate {
    return {
      title: stored.title,
      hasPortal: stored.portal !== undefined,
      isThis: stored.portal === this.sources.thisPortal,
      size: stored.size,
      needed: measured?.needed,
      members,
      teamReadOn: stored.teamReadOn,
      missingDays: measured?.missingDays ?? 0,
      closedDays: measured?.byDay.length ?? 0,
    };
  }
}

function summaryOf(proof: StoredProof, today: Day) {
  return {
    id: proof.id,
    mode: proof.mode,
    state: stateOf(scheduleOfProof(proof), today),
    firstDay: formatDay(proof.start),
    lastDay: formatDay(proof.end - 1),
  };
}

function unreported(
  { title }: StoredCandidate,
  measured: Measured | undefined,
): Known['unknown'] {
  return measured && measured.active === undefined
    ? {
        code: 'not-reported',
        sentence: `No activity of ${title} was reported.`,
      }
    : undefined;
}

function costPerActive(
  { costPerYear, size }: StoredCandidate,
  measured: Measured | undefined,
  developers: number | undefined,
): number | undefined {
  const active = measured?.active;
  return costPerYear === undefined || !active || !developers
    ? undefined
    : costPerYear / ((active / size!) * developers);
}

function comparedOf(known: Known) {
  const { stored, measured, feedback, costPerActiveDeveloper } = known;
  return {
    position: stored.position,
    title: stored.title,
    isMeasured: measured?.active !== undefined,
    daysToGoal: measured?.daysToGoal,
    costPerActiveDeveloper,
    feedback,
  };
}

function formatDays({ from, to }: Interval) {
  return { firstDay: formatDay(from), lastDay: formatDay(to - 1) };
}

function optionalDay(day: Day | undefined): string | null {
  return day === undefined ? null : formatDay(day);
}
