import { DAY, HOUR, isWeekend } from './calendar';
import { Company } from './company';
import { randomOf } from './random';

const REPORTED_AT = 20 * HOUR;
const VISITS_PER_DAY = 0.5;

/** A team's trial of another portal, without an end. */
export interface Trial {
  portalId: string;
  /** Entity ref of the team. */
  team: string;
  daysBeforeEnd: number;
}

/** Who used which other portal on a UTC day, reported in the evening. */
export function trialsOn(
  day: number,
  {
    company,
    trials,
    end,
  }: {
    company: Pick<Company, 'teams' | 'audience'>;
    trials: readonly Trial[];
    end: number;
  },
) {
  const begun = trials.filter(
    ({ daysBeforeEnd }) => end - daysBeforeEnd * DAY <= day,
  );
  return begun.map(({ portalId, team }) => {
    const { members = [] } =
      company.teams.find(({ entityRef }) => entityRef === team) ?? {};
    const entityRefs = members.filter(
      ref =>
        !isWeekend(day) &&
        company.audience.includes(ref) &&
        randomOf(`${day}/${portalId}/${ref}`).chance(VISITS_PER_DAY),
    );
    return {
      at: day + REPORTED_AT,
      type: 'portal-activity' as const,
      portalId,
      entityRefs,
    };
  });
}
