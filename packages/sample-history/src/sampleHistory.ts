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
  programmeDay,
  progressOn,
  startOfDay,
} from './calendar';
import { historyOf } from './catalog';
import { Company } from './company';
import { HEARTBEAT_PERIOD, Heartbeats, heartbeatsOf } from './heartbeats';

const DEVELOPERS_READ_AT = 5 * MINUTE;
const CATALOG_READ_AT = 2 * HOUR;
const PROGRAMME_SET_AT = 9 * HOUR;

/** What a portal is given that is stuck near 10%. */
const PROGRAMME = { goal: 0.3, length: 'P6M' };

/**
 * Tells the first nine months of a portal that got stuck: a launch with some
 * curiosity, then the same few people, slow pages, outages, and a catalog that
 * is looked after less and less. After five months it gets half a year to reach
 * its goal, and does not move. Whoever asks for more is told how it went on
 * like that. The launch alone decides what is told of a day.
 */
export function createSampleHistory(company: Company): HistorySource {
  return {
    id: 'sample',
    label: 'Sample history of an invented company',
    heartbeatPeriod: HEARTBEAT_PERIOD,
    startsAt: launchBefore,
    *events({ start, from, to }) {
      if (from >= to) {
        return;
      }
      const chapter = chapterFrom(startOfDay(start));
      const heartbeats = heartbeatsOf(chapter, to);
      const tellDay = createDayTeller(company, chapter, heartbeats);
      for (let day = startOfDay(from); day < to; day += DAY) {
        yield* tellDay(day).filter(({ at }) => from <= at && at < to);
      }
      // Who takes over at `to` finds no gap between the last beat and its own.
      yield* heartbeats.at(to - 1);
    },
  };
}

function createDayTeller(
  company: Company,
  chapter: Chapter,
  heartbeats: Heartbeats,
) {
  const { developersAt, catalogAt } = historyOf(company);
  return (day: number): HistoryEvent[] => {
    if (day < chapter.launch) {
      return [];
    }
    const progress = progressOn(day, chapter);
    const events: HistoryEvent[] = [
      ...heartbeats.during(day, day + DAY),
      ...activityOn(day, company.audience, chapter),
      {
        at: day + DEVELOPERS_READ_AT,
        type: 'developers',
        entityRefs: developersAt(progress),
        teams: company.teams,
      },
      {
        at: day + CATALOG_READ_AT,
        type: 'catalog',
        entities: catalogAt(progress),
      },
    ];
    if (day === programmeDay(chapter)) {
      events.push({
        at: day + PROGRAMME_SET_AT,
        type: 'programme',
        ...PROGRAMME,
      });
    }
    return events.sort((a, b) => a.at - b.at);
  };
}
