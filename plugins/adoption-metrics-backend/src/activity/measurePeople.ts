import { HEADLINE, Measurement, SampleStore } from '../samples';
import { trailingDays } from '../time';
import { ActivityStore } from './ActivityStore';
import { dimensions, METRIC } from './dimensions';
import { MeasuredDay, ratioOf } from './MeasuredDay';
import { endsPeriod } from './periods';

/** Active users of 28, 7, and 1 days, regular users, and stickiness. */
export async function measurePeople(
  measured: MeasuredDay,
  activity: ActivityStore,
): Promise<Measurement[]> {
  const summary = await activity.summarize(
    measured.population,
    measured.usualWeekdays,
  );
  const { counted, total: n, week, day, regular } = summary;
  return [
    { ...shareOf(measured, { dimension: HEADLINE }, counted), n },
    shareOf(measured, { dimension: dimensions.days, member: '7' }, week),
    shareOf(measured, { dimension: dimensions.days, member: '1' }, day),
    shareOf(measured, { dimension: dimensions.regular }, regular),
    stickinessOf(measured, summary),
  ];
}

/**
 * The number of people who opted out, measured once at the end of four weeks.
 * Measuring it again would reveal who has opted out since.
 */
export async function measureOptOuts(
  { day }: MeasuredDay,
  { activity, samples }: { activity: ActivityStore; samples: SampleStore },
): Promise<Measurement[]> {
  if (!endsPeriod(day, 'four-weeks')) {
    return [];
  }
  const stored = await samples.ofDay(METRIC, day, [dimensions.optedOut]);
  if (stored.length > 0) {
    return stored;
  }
  const people = await activity.countOptedOut();
  return [
    {
      dimension: dimensions.optedOut,
      member: '',
      value: people,
      numerator: people,
    },
  ];
}

function shareOf(
  measured: MeasuredDay,
  dimension: { dimension: string; member?: string },
  people: number,
): Measurement {
  const { day, window, developers } = measured;
  const days = dimension.member
    ? trailingDays(day, Number(dimension.member))
    : window;
  const observation = measured.observe(days);
  // Unknown if developers are unknown, or if nothing was observed.
  const known = developers !== undefined && !observation.silent;
  const numerator = known ? people : undefined;
  return ratioOf(
    dimension,
    { numerator, denominator: developers },
    observation,
  );
}

/**
 * Average daily active users on usual weekdays, divided by active users of 28
 * days.
 */
function stickinessOf(
  measured: MeasuredDay,
  summary: { counted: number; workingPersonDays: number },
): Measurement {
  const observation = measured.observe(measured.window);
  const { workingDays } = observation;
  return ratioOf(
    { dimension: dimensions.stickiness },
    {
      numerator: summary.workingPersonDays,
      denominator: summary.counted * workingDays,
      n: workingDays,
    },
    observation,
  );
}
