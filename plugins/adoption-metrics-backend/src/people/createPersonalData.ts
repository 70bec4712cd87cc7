import { LoggerService } from '@backstage/backend-plugin-api';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Knex } from 'knex';
import { rewriteTables } from '../database';
import { PersonalData } from '../parts';
import { ReportingZone } from '../time';
import { SecretCheck } from './identities';
import { PersonRecordStore } from './PersonRecordStore';
import { DeveloperPreviewer } from './DeveloperPreviewer';
import { PersonalDataService } from './PersonalDataService';
import { Pseudonymizer } from './pseudonym';
import { createPeopleRoutes } from './routes';
import { SecretLinker } from './secrets';

/**
 * Shows people their data, and merges and deletes it in all folders.
 *
 * @param handles.held - data about people in each folder
 */
export function createPersonalData(handles: {
  knex: Knex;
  zone: ReportingZone;
  clock: Clock;
  logger: LoggerService;
  pseudonymize: Pseudonymizer;
  linker: Pick<SecretLinker, 'link'>;
  assertCurrent: SecretCheck;
  previewer: DeveloperPreviewer;
  held: PersonalData[];
}) {
  const { knex, zone, clock, logger, pseudonymize, previewer, held } = handles;
  const { linker, assertCurrent } = handles;
  const tables = held.flatMap(each => each.tables ?? []);
  const records = new PersonRecordStore(knex, tables, assertCurrent);
  const personalData = new PersonalDataService({
    clock,
    zone,
    records,
    linker,
    signedActs: held.flatMap(each => each.signedActs ?? []),
    activity: held.find(each => each.activity)?.activity,
    participation: held.find(each => each.participation)?.participation,
    portals: held.find(each => each.portals)?.portals,
    pseudonymize,
    rewrite: names => rewriteTables(knex, names, logger),
  });
  return {
    merge: (identities: { from: string; into: string }) =>
      records.merge(identities),
    part: {
      routes: createPeopleRoutes({ personalData, previewer, pseudonymize }),
    },
  };
}
