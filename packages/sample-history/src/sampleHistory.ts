import {
  HistoryEvent,
  HistorySource,
} from 'backstage-plugin-adoption-metrics-node';
import { activityOn } from './activity';
import {
  Chapter,
  chapterFrom,
  DAY,
  HOUR,
  launchBefore,
  MINUTE,
  monthsAfter,
  progressOn,
  startOfDay,
} from './calendar';
import { historyOf } from './catalog';
import { Company } from './company';
import { HEARTBEAT_PERIOD, Heartbeats, heartbeatsOf } from './heartbeats';
import { notesOf } from './notes';
import { Story } from './stories';
import { trialsOn } from './trials';

const DEVELOPERS_READ_AT = 5 * MINUTE;
const CATALOG_READ_AT = 2 * HOUR;
const DEADLINE_SET_AT = 9 * HOUR;

/** The deadline in a portal that is stuck. */
const DEADLINE = { goal: 0.3, length: 'P6M' };

/**
 * Generates the history of an invented company. After the end of the story, it
 * continues as at its end. A day only depends on the time of the launch.
 */
export function createSampleHistory(
  company: Company,
  story: Story,
): HistorySource {
  const { outages } = story;
  return {
    id: story.id,
    label: 'Sample history of a fictional company',
    heartbeatPeriod: HEARTBEAT_PERIOD,
    startsAt: end => launchBefore(end, story.months),
    *events({ start, from, to }) {
      if (from >= to) {
        return;
      }
      const chapter = chapterFrom(startOfDay(start), story.months);
      const heartbeats = heartbeatsOf({ chapter, outages, until: to });
      const generateDay = createDayGenerator({
        company,
        story,
        chapter,
        heartbeats,
      });
      for (let day = startOfDay(from); day < to; day += DAY) {
        yield* generateDay(day).filter(({ at }) => from <= at && at < to);
      }
      // Ensures that there is no gap before live heartbeats.
      yield* heartbeats.at(to - 1);
    },
  };
}

function createDayGenerator(plan: {
  company: Company;
  story: Story;
  chapter: Chapter;
  heartbeats: Heartbeats;
}) {
  const { company, story, chapter, heartbeats } = plan;
  const { audience, teams, newcomers, users } = company;
  const { end } = chapter;
  const notes = notesOf(story, end);
  const { developersAt, catalogAt } = historyOf(company, story);
  const decided = monthsAfter(chapter.launch, story.monthsUntilDeadline);
  return (day: number): HistoryEvent[] => {
    if (day < chapter.launch) {
      return [];
    }
    const progress = progressOn(day, chapter);
    const events: HistoryEvent[] = [
      ...heartbeats.during(day, day + DAY),
      ...activityOn(day, { audience, newcomers, chapter, story }),
      {
        at: day + DEVELOPERS_READ_AT,
        type: 'developers',
        entityRefs: developersAt(progress),
        teams,
        users,
      },
      {
        at: day + CATALOG_READ_AT,
        type: 'catalog',
        entities: catalogAt(progress),
      },
      ...trialsOn(day, { company, trials: story.trials, end }),
      ...notes.filter(({ at }) => day <= at && at < day + DAY),
    ];
    if (day === decided) {
      events.push({
        at: day + DEADLINE_SET_AT,
        type: 'deadline',
        ...DEADLINE,
      });
    }
    return events.sort((a, b) => a.at - b.at);
  };
}
