import {
  DecisionPilot,
  writeCount,
} from 'backstage-plugin-adoption-metrics-common';
import { Pilot } from '../../activity';
import { formatDay } from '../../time';
import { Bounds } from '../published';
import { writeLimits, writeNumber } from './write';

/**
 * Whether a portal has left its pilot: where no more teams use it than those
 * that try it first, nobody knows yet whether it works for the others.
 *
 * @param usual - teams of a pilot
 */
export function pilotOf(
  { firstVisitOn, months, teams }: Pilot,
  usual: Bounds | undefined,
): DecisionPilot {
  const known = {
    firstVisitOn: firstVisitOn === undefined ? null : formatDay(firstVisitOn),
    months: months ?? null,
    teams: teams ?? null,
  };
  const most = usual?.high ?? undefined;
  if (months === undefined || !teams || most === undefined) {
    return {
      ...known,
      state: 'unknown',
      sentence: 'It is unknown whether the portal has left its pilot.',
    };
  }
  const since = `${writeCount(
    months,
    'month',
    'months',
  )} after its first visit`;
  const { active, all } = teams;
  const used = `${active} of ${writeCount(all, 'team', 'teams')} ${
    active === 1 ? 'uses' : 'use'
  } the portal`;
  const hasLeft = active > most || active === all;
  const size = writeLimits(usual!, writeNumber, 'teams');
  return {
    ...known,
    state: hasLeft ? 'met' : 'not-met',
    sentence: hasLeft
      ? `The portal has left its pilot: ${since}, ${used}.`
      : `The portal is still in its pilot: ${since}, ${used}. A pilot has ${size}.`,
  };
}
