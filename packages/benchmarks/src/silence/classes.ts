/** A kind of portal: how many come, when they work, and when nobody does. */
export interface PortalClass {
  name: string;
  /** Expected visitors of a working day, vacations taken off. */
  visitors: number;
  /** People who come at all. */
  people: number;
  /** Weekday from 1 (Monday) to 7 on which the working week starts, and its days. */
  week: { first: number; days: number };
  /** Expected visitors of each day that is none of the working days. */
  weekendVisitors?: number;
  /** Holidays a year, a quarter of them two days long, by whether they are configured. */
  knownHolidays?: number;
  unknownHolidays?: number;
  /** Working days of a shutdown a year. */
  knownShutdown?: number;
  unknownShutdown?: number;
  /** Installed at the start of the year that counts, and found by more and more. */
  isFresh?: boolean;
  /** Left by all but few within the year that counts. */
  isFading?: boolean;
}

const week = (first: number, days: number) => ({ first, days });

/** The portals of the study. */
export const classes: PortalClass[] = [
  {
    name: 'five people now and then',
    visitors: 0.5,
    people: 5,
    week: week(1, 5),
    unknownHolidays: 8,
  },
  {
    name: 'one regular',
    visitors: 0.85,
    people: 1,
    week: week(1, 5),
    unknownHolidays: 8,
  },
  {
    name: 'ten people now and then',
    visitors: 1,
    people: 10,
    week: week(7, 5),
    knownHolidays: 8,
  },
  {
    name: 'fifteen people now and then',
    visitors: 1.5,
    people: 15,
    week: week(1, 5),
    knownHolidays: 8,
  },
  {
    name: 'two regulars',
    visitors: 1.7,
    people: 2,
    week: week(7, 5),
    unknownHolidays: 8,
  },
  {
    name: 'a quiet portal',
    visitors: 2,
    people: 5,
    week: week(1, 5),
    knownHolidays: 8,
  },
  {
    name: 'three regulars',
    visitors: 2.45,
    people: 3,
    week: week(1, 5),
    unknownHolidays: 8,
    unknownShutdown: 2,
  },
  {
    name: 'five people, half of the days',
    visitors: 2.5,
    people: 5,
    week: week(1, 5),
    knownHolidays: 8,
  },
  {
    name: 'five people, four days',
    visitors: 2.5,
    people: 5,
    week: week(1, 4),
    unknownHolidays: 8,
  },
  {
    name: 'twenty people, from Sunday',
    visitors: 2.5,
    people: 20,
    week: week(7, 5),
    unknownHolidays: 8,
  },
  {
    name: 'ten people, every day',
    visitors: 2.5,
    people: 10,
    week: week(3, 7),
    unknownHolidays: 8,
  },
  {
    name: 'four regulars, six days',
    visitors: 3,
    people: 4,
    week: week(6, 6),
    unknownHolidays: 8,
    knownShutdown: 10,
  },
  {
    name: 'fresh and growing',
    visitors: 8,
    people: 40,
    week: week(1, 5),
    unknownHolidays: 8,
    isFresh: true,
  },
  {
    name: 'twenty people, from Saturday',
    visitors: 5,
    people: 20,
    week: week(6, 5),
    unknownHolidays: 8,
    unknownShutdown: 3,
  },
  {
    name: 'forty people, four days',
    visitors: 10,
    people: 40,
    week: week(2, 4),
    unknownHolidays: 8,
    unknownShutdown: 4,
  },
  {
    name: 'forty people, every day',
    visitors: 10,
    people: 40,
    week: week(1, 7),
    knownHolidays: 8,
    unknownShutdown: 4,
  },
  {
    name: 'half of forty, from Sunday',
    visitors: 20,
    people: 40,
    week: week(7, 5),
    unknownHolidays: 8,
    knownShutdown: 10,
  },
  {
    name: 'fading',
    visitors: 10,
    people: 40,
    week: week(4, 5),
    unknownHolidays: 8,
    isFading: true,
  },
  {
    name: 'somebody on call',
    visitors: 30,
    people: 60,
    week: week(1, 5),
    weekendVisitors: 0.4,
    unknownHolidays: 8,
    unknownShutdown: 4,
  },
  {
    name: 'six days, from Sunday',
    visitors: 50,
    people: 200,
    week: week(7, 6),
    unknownHolidays: 8,
    unknownShutdown: 4,
  },
  {
    name: 'a long shutdown, not known',
    visitors: 30,
    people: 100,
    week: week(1, 5),
    unknownHolidays: 8,
    unknownShutdown: 10,
  },
  {
    name: 'a long shutdown, known',
    visitors: 100,
    people: 300,
    week: week(1, 5),
    unknownHolidays: 8,
    knownShutdown: 10,
  },
  {
    name: 'a thousand',
    visitors: 1_000,
    people: 1_500,
    week: week(1, 5),
    weekendVisitors: 5,
    unknownHolidays: 8,
    unknownShutdown: 4,
  },
  {
    name: 'a thousand, long shutdown',
    visitors: 1_000,
    people: 1_500,
    week: week(7, 5),
    knownHolidays: 8,
    unknownShutdown: 10,
  },
];
