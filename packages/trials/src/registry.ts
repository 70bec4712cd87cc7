import { attack } from './trials/attack';
import { clocksApart } from './trials/clocks-apart';
import { databaseReadOnly } from './trials/database-read-only';
import { databaseRestart } from './trials/database-restart';
import { daylightSaving } from './trials/daylight-saving';
import { firstStart } from './trials/first-start';
import { heavyReads } from './trials/heavy-reads';
import { install } from './trials/install';
import { killAll } from './trials/kill-all';
import { killOne } from './trials/kill-one';
import { monitoring } from './trials/monitoring';
import { pauseOne } from './trials/pause-one';
import { receivers } from './trials/receivers';
import { rollingDeploy } from './trials/rolling-deploy';
import { slowDatabase } from './trials/slow-database';
import { soak } from './trials/soak';
import { Trial } from './Trial';

/** Every trial by its name, which is also the name of its file. */
export const trials: Record<string, Trial> = {
  attack,
  'clocks-apart': clocksApart,
  'database-read-only': databaseReadOnly,
  'database-restart': databaseRestart,
  'daylight-saving': daylightSaving,
  'first-start': firstStart,
  'heavy-reads': heavyReads,
  install,
  'kill-all': killAll,
  'kill-one': killOne,
  monitoring,
  'pause-one': pauseOne,
  receivers,
  'rolling-deploy': rollingDeploy,
  'slow-database': slowDatabase,
  soak,
};
