import {
  HistoryEvent,
  HistorySource,
} from 'backstage-plugin-adoption-metrics-node';
import { activityOn } from './activity';
import {
  chapterUntil,
  DAY,
  HOUR,
  launchBefore,
  MINUTE,
  progressOn,
  startOfDay,
} from './calendar';
import { historyOf } from './catalog';
import { Company } from './company';
import { HEARTBEAT_PERIOD, heartbeatsOf } from './heartbeats';

const DEVELOPERS_READ_AT = 5 * MINUTE;
const CATALOG_READ_AT = 2 * HOUR;

/**
 * Tells the first nine months of a portal that got stuck: a launch with some
 * curiosity, then the same few people, slow pages, outages, and a catalog that
 * is looked after less and less.
 *
 * @param now - the present of the story, in ms UTC. Its UTC day alone decides
 * what is told, so that a retelling on the same day is the same.
 */
export function createSampleHistory(
  company: Company,
  now: number,
): HistorySource {
  const tellDay = createDayTeller(company, now);
  const heartbeats = heartbeatsOf(chapterUntil(now));
  return {
    id: 'sample',
    label: 'Sample history of an invented company',
    heartbeatPeriod: HEARTBEAT_PERIOD,
    startsAt: launchBefore,
    *events({ from, to }) {
      if (from >= to) {
        return;
      }
      for (let day = startOfDay(from); day < to; day += DAY) {
        yield* tellDay(day).filter(({ at }) => from <= at && at < to);
      }
      // Who takes over at `to` finds no gap between the last beat and its own.
      yield* heartbeats.at(to - 1);
    },
  };
}

function createDayTeller(company: Company, now: number) {
  const chapter = chapterUntil(now);
  const heartbeats = heartbeatsOf(chapter);
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
    return events.sort((a, b) => a.at - b.at);
  };
}
