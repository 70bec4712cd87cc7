import { Knex } from 'knex';
import { CardinalityLimit } from '../../database';
import { ReportingZone } from '../../time';
import { KnownNames } from './KnownNames';
import { NameDimension, NameLimiter } from './NameLimiter';

/** The maximum number of established names per dimension. */
const ESTABLISHED = { route: 200, plugin: 200, action: 100 };

/** The maximum number of other names per dimension and day. */
const OTHERS_A_DAY = 100;

/**
 * @param handles.newNames - the maximum number of other names per person and
 * day
 * @param handles.reserved - names that are always established
 */
export function createNameLimiter(handles: {
  knex: Knex;
  zone: ReportingZone;
  newNames: number;
  reserved: string[];
}): NameLimiter {
  const { knex, zone, newNames, reserved } = handles;
  const namesOf = (dimension: NameDimension) => ({
    known: new KnownNames({
      knex,
      dimension,
      limit: ESTABLISHED[dimension],
      reserved,
    }),
    room: new CardinalityLimit({
      knex,
      dimension,
      limit: OTHERS_A_DAY,
      share: newNames,
    }),
  });
  return new NameLimiter({
    zone,
    newNames,
    dimensions: {
      route: namesOf('route'),
      plugin: namesOf('plugin'),
      action: namesOf('action'),
    },
  });
}
